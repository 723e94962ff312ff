/** What a response of the reader's site shows. */
export type Finding = {
  /** `wrong`: passkeys fail, or are less safe. `doubtful`: it may be meant so. `right`: as it should be. */
  verdict: "wrong" | "doubtful" | "right"
  /** A short title. */
  what: string
  /** Why, and what to do. One that is right may have none. */
  why?: string
  /** An address of this guide that says more. */
  href?: string
}

export const wrong = (what: string, why: string, href?: string): Finding => ({
  verdict: "wrong",
  what,
  why,
  href,
})

export const doubtful = (what: string, why: string, href?: string): Finding => ({
  verdict: "doubtful",
  what,
  why,
  href,
})

export const right = (what: string): Finding => ({ verdict: "right", what })
