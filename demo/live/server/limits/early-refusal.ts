import type { IncomingMessage } from "node:http"
import { clientAddress } from "./client-address"
import { secondsBlocked } from "./count-attempts"
import { tooManyAttemptsError } from "./limit-errors"
import { hasReturningCookie } from "./returning-visitor"
import { visitorOf } from "./visitor"

/** Why a request is refused, and after how many seconds to try again. */
type Refusal = { error: string; retryAfter: number }

/** Where server/early-refusals.mjs finds the function below: the process doesn't import what Next.js bundles. */
const key = Symbol.for("passkeys-guide.early-refusal")

/** The most addresses to remember: whoever has a network that is refused has billions of addresses. */
const mostAddresses = 10_000

/**
 * Lets the process refuse requests of ceremonies whose sender is over a limit, before Next.js sees them: to
 * hand a request to Next.js costs more than to refuse it.
 */
export function offerEarlyRefusal(): void {
  /**
   * When addresses may send again, by `performance.now()`. To look here costs less than to hash the
   * networks of an address, and a flood asks thousands of times a second.
   */
  const refusedUntil = new Map<string, number>()

  const refusalOf = (req: IncomingMessage): Refusal | undefined => {
    // Those who have signed in before are counted by what is in their cookie.
    const address = hasReturningCookie(req.headers.cookie) ? undefined : clientAddress(req)
    const now = performance.now()
    const leftMs = address === undefined ? 0 : (refusedUntil.get(address) ?? 0) - now
    if (leftMs > 0) return refusal(Math.ceil(leftMs / 1_000))
    const retryAfter = secondsBlocked("ceremonies", () => visitorOf(req))
    if (retryAfter === undefined) return undefined
    if (refusedUntil.size >= mostAddresses) refusedUntil.clear()
    if (address !== undefined) refusedUntil.set(address, now + retryAfter * 1_000)
    return refusal(retryAfter)
  }
  Object.assign(globalThis, { [key]: refusalOf })
}

const refusal = (retryAfter: number): Refusal => ({
  error: tooManyAttemptsError(retryAfter),
  retryAfter,
})
