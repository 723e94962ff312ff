import { writeLine } from "../metrics/write-line"
import type { Prefix } from "./networks.mjs"
import type { Limited } from "./rate-limits"

/** Whose attempts a count counts: those from a network, by its size, or with a passkey. */
export type Counted = Prefix | "passkey"

/**
 * Says in the request log that a count has reached its limit. What is refused from then on has no lines of
 * its own, so that a flood doesn't fill the log. It isn't said whose count it is.
 *
 * @param leftMs How long the count still lasts, in milliseconds.
 */
export const writeLimitLine = (limit: Limited, counted: Counted, leftMs: number): void =>
  writeLine({
    time: new Date().toISOString(),
    limit,
    counted,
    refusedForMs: Math.round(leftMs),
  })
