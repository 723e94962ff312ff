// The reader's code reads the body itself.
export const config = { api: { bodyParser: false } }

export { stepUpEndpoint as default } from "../../../demo/live/server/step-up-endpoint"
