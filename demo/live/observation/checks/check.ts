import type { Reference } from "../../inspector/specification"

/** One thing that a server makes sure of, and how that goes with the data of a ceremony. */
export type Check = {
  name: string
  /** What is compared with what, in one sentence. */
  about: string
  specification: Reference
  outcome: Outcome
  expected?: string
  got?: string
  /** Why it is not known, or what else there is to say. */
  note?: string
}

/** `unknown`: what it takes to tell is not in this browser. */
type Outcome = "passed" | "failed" | "unknown"

export const outcomeOf = (passed: boolean): Outcome => (passed ? "passed" : "failed")
