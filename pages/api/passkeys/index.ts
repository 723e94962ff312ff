// The reader's code reads the body itself.
export const config = { api: { bodyParser: false } }

export { passkeysEndpoint as default } from "../../../demo/live/server/passkeys-endpoint"
