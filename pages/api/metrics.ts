// It takes no body, so that none is read.
export const config = { api: { bodyParser: false } }

export { metricsEndpoint as default } from "../../demo/live/server/metrics/metrics-endpoint"
