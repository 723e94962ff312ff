// It takes no body, so that none is read.
export const config = { api: { bodyParser: false } }

export { healthEndpoint as default } from "../../demo/live/server/health-endpoint"
