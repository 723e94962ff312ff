import { addToCounts, readCounts, type Count } from "./limit-statements"
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
  remember(counts, limits)
  const over = counts.filter(({ key, points }) => points > (limits.get(key) ?? 0))
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
  remember(counts, limits)
  const full = counts.filter(({ key, points }) => points >= (limits.get(key) ?? 0))
  return secondsOf(full.map(({ leftMs }) => leftMs))
}

/**
 * Whether this process knows, without asking the database, that an attempt would be one too many.
 *
 * @returns After how many seconds to come back, when it would.
 */
export const secondsBlocked = (what: Limited, visitor: Visitor): number | undefined =>
  limitsAreOff() || reached.size === 0 ? undefined : secondsUntilUnblocked(limitsOf(what, visitor))

/** The counts that an attempt adds to, by their key in the table, and how far each may go. */
function limitsOf(what: Limited, { networks, returning }: Visitor): Map<string, number> {
  const { passkey, networks: perNetwork } = { passkey: undefined, ...rateLimits[what] }
  const known = passkey !== undefined && returning !== undefined
  // Those who have signed in before are counted apart from strangers in their networks.
  const who = known ? "returning" : "new"
  const limits = new Map<string, number>()
  for (const { prefix, name } of networks)
    limits.set(`${what} ${who} ${prefix} ${name}`, perNetwork[prefix])
  if (known) limits.set(`${what} passkey ${returning}`, passkey)
  return limits
}

function remember(counts: Count[], limits: Map<string, number>) {
  const now = performance.now()
  for (const { key, points, leftMs } of counts)
    if (points >= (limits.get(key) ?? 0)) reached.set(key, now + leftMs)
  if (reached.size < 10_000) return
  for (const [key, ends] of reached) if (ends <= now) reached.delete(key)
}

function secondsUntilUnblocked(limits: Map<string, number>): number | undefined {
  const now = performance.now()
  const left = [...limits.keys()].map((key) => (reached.get(key) ?? 0) - now)
  return secondsOf(left.filter((leftMs) => leftMs > 0))
}

/** The longest of some times, in seconds, of those in milliseconds; `undefined` where there is none. */
const secondsOf = (times: number[]) =>
  times.length === 0 ? undefined : Math.max(1, ...times.map((ms) => Math.ceil(ms / 1_000)))
