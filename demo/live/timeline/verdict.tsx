import type { Ceremony, RecordedExchange } from "../recording/ceremony"
import styles from "./dialog.module.css"

/** What the server itself said of the response. */
export const Verdict = ({ ceremony }: { ceremony: Ceremony }) => (
  <p className={styles.verdict} data-state={ceremony.outcome.state}>
    {verdictOf(ceremony)}
  </p>
)

function verdictOf({ kind, steps, outcome }: Ceremony): string {
  const step = steps.find((step): step is RecordedExchange => step.what === "verification")
  if (!step) return "The server wasn't asked, because nothing was posted."
  const { answer } = step
  const server = kind === "confirmation" ? "The server" : "Auth.js"
  if (!answer) return "The server didn't respond."
  if (outcome.state === "failed" && outcome.at === "verification")
    return `${server} rejected it: HTTP ${answer.status}, ${outcome.reason}.`
  const session = answer.setCookies
    .map((header) => header.split("=")[0] ?? "")
    .find((name) => name.endsWith("session-token"))
  return `${server} accepted it: HTTP ${answer.status}${session ? `, and it set the cookie ${session}` : ""}.`
}
