// A page's address and one sentence.
export const config = { api: { bodyParser: { sizeLimit: "4kb" } } }

export { feedbackEndpoint as default } from "../../demo/live/server/feedback/feedback-endpoint"
