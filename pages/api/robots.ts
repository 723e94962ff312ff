// It takes no body, so that none is read.
export const config = { api: { bodyParser: false } }

export { robotsEndpoint as default } from "../../demo/live/server/sharing/robots-endpoint"
