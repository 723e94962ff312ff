import type { NextApiResponse } from "next"
import { maxPasskeys } from "./account-size"
import { maxAccounts } from "./max-accounts"
import { errorResponse } from "../error-response"

/** The words for somebody who has to wait. */
export const tooManyAttemptsError = (retryAfter: number) =>
  `There were too many attempts. Try again in ${durationOf(retryAfter)}.`

/** 429: too often. `retryAfter` in seconds. */
export const tooManyAttempts = (retryAfter: number) =>
  errorResponse(429, { error: tooManyAttemptsError(retryAfter), retryAfter })

/** The same from an endpoint of the demo's own. */
export function sendTooManyAttempts(
  res: NextApiResponse<{ error: string }>,
  retryAfter: number,
): void {
  res.setHeader("Retry-After", String(retryAfter)).status(429)
  res.json({ error: tooManyAttemptsError(retryAfter) })
}

/** 409: an account with all the passkeys that it may have. */
export const tooManyPasskeys = () =>
  errorResponse(409, { error: `A demo account can have at most ${maxPasskeys} passkeys.` })

/** 503: no room for another account, until old ones are erased. */
export const demoIsFull = () =>
  errorResponse(503, {
    error: `The demo is full: it has ${maxAccounts.toLocaleString("en-US")} accounts. Old accounts are erased regularly, so try again later. Signing in still works.`,
    retryAfter: 600,
  })

/** 503: more requests than this process can answer. */
export const tooBusy = () =>
  errorResponse(503, { error: "The server is busy. Try again in a moment.", retryAfter: 5 })

/** Seconds are for short waits: nobody counts 20,000 of them. */
function durationOf(seconds: number): string {
  if (seconds <= 120) return seconds === 1 ? "1 second" : `${seconds} seconds`
  if (seconds <= 7_200) return `${Math.ceil(seconds / 60)} minutes`
  return `${Math.ceil(seconds / 3_600)} hours`
}
