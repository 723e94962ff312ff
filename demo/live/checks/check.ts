import type { Reference } from "../webauthn/specification"

/** One thing that a server makes sure of, and how that goes with the data of a ceremony. */
export type Check = {
  name: string
  /** What is compared with what, in one sentence. */
  about: string
  specification: Reference
  outcome: CheckOutcome
  expected?: string
  got?: string
  /** Why it is not known, or what else there is to say. */
  note?: string
}

/** `unknown`: what it takes to tell is not in this browser. */
type CheckOutcome = "passed" | "failed" | "unknown"

export const outcomeOf = (passed: boolean): CheckOutcome => (passed ? "passed" : "failed")
