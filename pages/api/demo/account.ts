// It takes no body, so that none is read.
export const config = { api: { bodyParser: false } }

export { accountEndpoint as default } from "../../../demo/live/server/account-endpoint"
