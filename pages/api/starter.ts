// It takes no body, so that none is read.
export const config = { api: { bodyParser: false } }

export { starterEndpoint as default } from "../../demo/live/server/starter-zip/starter-endpoint"
