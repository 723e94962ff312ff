// For Docker's HEALTHCHECK: ends with 0 if the app is healthy.
const url = `http://127.0.0.1:${process.env.PORT}/api/health`
const isHealthy = await fetch(url).then(
  ({ ok }) => ok,
  () => false,
)
process.exit(isHealthy ? 0 : 1)
