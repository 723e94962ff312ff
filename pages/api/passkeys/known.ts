import { knownPasskeyEndpoint } from "../../../demo/live/server/known-passkey-endpoint"

export const config = { api: { bodyParser: false } }

export default knownPasskeyEndpoint
