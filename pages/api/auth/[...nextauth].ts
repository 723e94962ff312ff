import { authEndpoint } from "../../../demo/live/auth-endpoint"

export const config = { api: { bodyParser: false } }

export default authEndpoint
