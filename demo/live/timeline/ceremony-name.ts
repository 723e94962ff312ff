import type { Ceremony } from "../recording/ceremony"
import { showDuration } from "../../../components/show-duration"

/** `Registration, 15:01:44` in the reader's own way of writing a time. */
export const ceremonyName = ({ kind, startedAt }: Ceremony): string =>
  `${kind === "registration" ? "Registration" : "Authentication"}, ${new Date(startedAt).toLocaleTimeString()}`

/** How it ended, in a few words. */
export function ceremonyOutcome({ outcome, steps }: Ceremony): string {
  const last = steps.at(-1)
  if (outcome.state === "succeeded" && last)
    return `Succeeded in ${showDuration(last.start + (last.duration ?? 0))}.`
  if (outcome.state === "failed") return failures[outcome.at]
  return outcome.state === "running" ? "In progress…" : "Not finished."
}

const failures = {
  options: "Auth.js didn't return any options.",
  authenticator: "The prompt was cancelled or failed. Auth.js doesn't know about it.",
  verification: "Auth.js didn't accept the response.",
  session: "No session was created.",
}
