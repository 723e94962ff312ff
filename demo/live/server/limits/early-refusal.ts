import type { IncomingMessage } from "node:http"
import { secondsBlocked } from "./count-attempts"
import { tooManyAttemptsError } from "./limit-errors"
import { visitorOf } from "./visitor"

/** Why a request is refused, and after how many seconds to try again. */
type Refusal = { error: string; retryAfter: number }

/** Where server/early-refusals.mjs finds the function below: the process doesn't import what Next.js bundles. */
const key = Symbol.for("passkeys-guide.early-refusal")

/**
 * Lets the process refuse requests of ceremonies whose sender is over a limit, before Next.js sees them: to
 * hand a request to Next.js costs more than to refuse it.
 */
export function offerEarlyRefusal(): void {
  const refusalOf = (req: IncomingMessage): Refusal | undefined => {
    const retryAfter = secondsBlocked("ceremonies", visitorOf(req))
    return retryAfter === undefined
      ? undefined
      : { error: tooManyAttemptsError(retryAfter), retryAfter }
  }
  Object.assign(globalThis, { [key]: refusalOf })
}
