// It takes no body, so that none is read.
export const config = { api: { bodyParser: false } }

export { llmsFullEndpoint as default } from "../../demo/live/server/markdown/llms-endpoints"
