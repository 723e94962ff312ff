import { addToCounts, readCounts, type Count } from "./limit-statements"
import { writeLimitLine, type Counted } from "./limit-line"
import { limitsAreOff, rateLimits, type Limited } from "./rate-limits"
import { loadStarter } from "../load-starter"
import type { Visitor } from "./visitor"

/**
 * Counts that have reached their limit, and when they end, by `performance.now()`: whoever sets the clock
 * back would else make them last longer. While they last, the process refuses without asking the
 * database: a flood that is refused costs no query, and does not use up the wider networks that it shares
 * with others.
 */
const reached = new Map<string, number>()

/**
 * Counts one attempt.
 *
 * @returns After how many seconds to come back, when it is one too many.
 * @throws {Error} When the database does not answer.
 */
export async function countAttempt(what: Limited, visitor: Visitor): Promise<number | undefined> {
  if (limitsAreOff()) return undefined
  const limits = limitsOf(what, visitor)
  const blocked = secondsUntilUnblocked(limits)
  if (blocked !== undefined) return blocked
  const { prisma, database } = await loadStarter()
  const { seconds } = rateLimits[what]
  const counts = await addToCounts(prisma, database, [...limits.keys()], seconds)
  remember(what, counts, limits)
  const over = counts.filter(({ key, points }) => points > mostOf(key, limits))
  return secondsOf(over.map(({ leftMs }) => leftMs))
}

/**
 * Whether an attempt now would be one too many, without counting it: nobody should make a passkey
 * that is refused afterwards.
 *
 * @returns After how many seconds to come back, when it would.
 * @throws {Error} When the database does not answer.
 */
export async function secondsUntil(what: Limited, visitor: Visitor): Promise<number | undefined> {
  if (limitsAreOff()) return undefined
  const limits = limitsOf(what, visitor)
  const blocked = secondsUntilUnblocked(limits)
  if (blocked !== undefined) return blocked
  const { prisma, database } = await loadStarter()
  const { seconds } = rateLimits[what]
  const counts = await readCounts(prisma, database, [...limits.keys()], seconds)
  remember(what, counts, limits)
  const full = counts.filter(({ key, points }) => points >= mostOf(key, limits))
  return secondsOf(full.map(({ leftMs }) => leftMs))
}

/**
 * Whether this process knows, without asking the database, that an attempt would be one too many.
 *
 * @param visitorOf Is called only if somebody has reached a limit: it costs some hashes.
 * @returns After how many seconds to come back, when it would.
 */
export const secondsBlocked = (what: Limited, visitorOf: () => Visitor): number | undefined =>
  limitsAreOff() || reached.size === 0
    ? undefined
    : secondsUntilUnblocked(limitsOf(what, visitorOf()))

/** The limits of some counts, by their keys in the table. */
type Limits = Map<string, { most: number; counted: Counted }>

/** The counts that an attempt adds to, and how far each may go. */
function limitsOf(what: Limited, { networks, returning }: Visitor): Limits {
  const { passkey, networks: perNetwork } = { passkey: undefined, ...rateLimits[what] }
  const known = passkey !== undefined && returning !== undefined
  // Those who have signed in before are counted apart from strangers in their networks.
  const who = known ? "returning" : "new"
  const limits: Limits = new Map()
  for (const { prefix, name } of networks)
    limits.set(`${what} ${who} ${prefix} ${name}`, { most: perNetwork[prefix], counted: prefix })
  if (known) limits.set(`${what} passkey ${returning}`, { most: passkey, counted: "passkey" })
  return limits
}

const mostOf = (key: string, limits: Limits) => limits.get(key)?.most ?? 0

function remember(what: Limited, counts: Count[], limits: Limits) {
  const now = performance.now()
  for (const { key, points, leftMs } of counts) {
    const limit = limits.get(key)
    if (!limit || points < limit.most) continue
    if ((reached.get(key) ?? 0) <= now) writeLimitLine(what, limit.counted, leftMs)
    reached.set(key, now + leftMs)
  }
  if (reached.size < 10_000) return
  for (const [key, ends] of reached) if (ends <= now) reached.delete(key)
}

function secondsUntilUnblocked(limits: Limits): number | undefined {
  const now = performance.now()
  const left = [...limits.keys()].map((key) => (reached.get(key) ?? 0) - now)
  return secondsOf(left.filter((leftMs) => leftMs > 0))
}

/** The longest of some times, in seconds, of those in milliseconds; `undefined` where there is none. */
const secondsOf = (times: number[]) =>
  times.length === 0 ? undefined : Math.max(1, ...times.map((ms) => Math.ceil(ms / 1_000)))
