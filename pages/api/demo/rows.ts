// It takes no body, so that none is read.
export const config = { api: { bodyParser: false } }

export { rowsEndpoint as default } from "../../../demo/live/server/rows-endpoint"
