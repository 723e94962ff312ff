import { isAutofill, isOffer, type Ceremony } from "../recording/ceremony"
import { showDuration } from "../../../components/show-duration"

/** `Registration, 15:01:44` in the reader's own way of writing a time. */
export function ceremonyName({ kind, steps, startedAt }: Ceremony): string {
  const way = steps.some(isAutofill) ? " by autofill" : ""
  return `${names[kind]}${way}, ${new Date(startedAt).toLocaleTimeString()}`
}

const names = {
  registration: "Registration",
  authentication: "Authentication",
  confirmation: "Confirmation",
}

/** How it ended, in a few words. */
export function ceremonyOutcome(ceremony: Ceremony): string {
  const { kind, outcome, steps } = ceremony
  const last = steps.at(-1)
  if (outcome.state === "succeeded" && last)
    return `Succeeded in ${showDuration(last.start + (last.duration ?? 0))}.`
  if (outcome.state === "failed") return failuresOf(kind)[outcome.at]
  if (outcome.state !== "running") return "Not finished."
  return isOffer(ceremony)
    ? "Waiting for you to pick a passkey from the list of the field."
    : "In progress…"
}

function failuresOf(kind: Ceremony["kind"]) {
  const server = kind === "confirmation" ? "The server" : "Auth.js"
  return {
    options: `${server} didn't return any options.`,
    authenticator: `The prompt was cancelled or failed. ${server} doesn't know about it.`,
    verification: `${server} didn't accept the response.`,
    session: "No session was created.",
  }
}
