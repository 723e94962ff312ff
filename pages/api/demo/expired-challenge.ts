// It takes no body, so that none is read.
export const config = { api: { bodyParser: false } }

export { expiredChallengeEndpoint as default } from "../../../demo/live/server/lab/expired-challenge-endpoint"
