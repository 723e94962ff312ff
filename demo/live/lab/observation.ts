import type { Check } from "../checks/check"
import type { Reference } from "../webauthn/specification"
import type { Outcome } from "./outcomes"

/** A response that was posted to Auth.js, and what came back. */
export type Exchange = {
  request: string
  status: number
  /** `error=` in the URL that Auth.js answers with. Absent: it accepted the response. */
  error?: string
  /** What was logged for this request. */
  log: string[]
}

/** The check that refuses a response. `expected` and `got` where two values were compared. */
export type RefusingCheck = Pick<Check, "name" | "expected" | "got"> & {
  about: string
  specification: Reference
}

/** What happened in one case. */
export type Observation = {
  /** The exception of the browser, as `name: message`. Absent: it threw none. */
  exception?: string
  exchange?: Exchange
  check: RefusingCheck
}

/** How it ended. Nothing where Auth.js answered with an error that no case expects. */
export function outcomeOf({ exception, exchange }: Observation): Outcome | undefined {
  if (exception !== undefined || !exchange) return "browser"
  if (exchange.error === undefined) return "accepted"
  return outcomeOfError[exchange.error]
}

const outcomeOfError: Record<string, Outcome | undefined> = {
  WebAuthnVerificationError: "verification",
  Configuration: "configuration",
}
