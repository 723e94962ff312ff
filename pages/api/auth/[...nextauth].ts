import { authEndpoint } from "../../../demo/live/server/auth-endpoint"

export const config = { api: { bodyParser: false } }

export default authEndpoint
