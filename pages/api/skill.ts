// It takes no body, so that none is read.
export const config = { api: { bodyParser: false } }

export { skillEndpoint as default } from "../../demo/live/server/skill/skill-endpoint"
