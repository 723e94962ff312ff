import { setTimeout as wait } from "node:timers/promises"
import { watchClock } from "./clock-watch"
import type { Database } from "./database-url"
import { oldFeedback, oldFeedbackBatch } from "./feedback/feedback-statements"
import { endedCounts, endedCountsBatch } from "./limits/limit-statements"
import type { prisma } from "../../starter/prisma"

type Prisma = Pick<typeof prisma, "user" | "session" | "$executeRawUnsafe">

const hour = 3_600_000

/** How long, in milliseconds, an account of the demo lasts. */
export const lifetime = () => Number(process.env.DEMO_LIFETIME_HOURS || 24) * hour

/** How long, in milliseconds, votes about pages last: a year, in which a page is revised. */
const feedbackLifetimeMs = 365 * 24 * hour

/** How many accounts, with all that belongs to them, one statement deletes. */
const accountsBatch = 50
/** How many sessions one statement deletes. */
const sessionsBatch = 500
/**
 * How long, in milliseconds, others have the database between two batches. SQLite deletes while the
 * process does nothing else: 20,000 accounts at once stopped the site for two seconds.
 */
const pauseMs = 20

/**
 * Erases the accounts that are older than `DEMO_LIFETIME_HOURS` with all that belongs to them (their
 * foreign keys cascade), sessions that have ended, counts of limits that are over, and votes that are
 * older than a year.
 *
 * Any number of processes may do it at once: what one has erased, the next does not find.
 *
 * @throws {Error} When the database does not answer, or another process was in the way.
 */
export async function eraseExpired(prisma: Prisma, database: Database): Promise<void> {
  const now = new Date()
  const before = new Date(now.getTime() - lifetime())
  await inBatches(accountsBatch, async () => {
    const old = await prisma.user.findMany({
      where: { createdAt: { lt: before } },
      select: { id: true },
      take: accountsBatch,
    })
    await prisma.user.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } })
    return old.length
  })
  await inBatches(sessionsBatch, async () => {
    const ended = await prisma.session.findMany({
      where: { expires: { lt: now } },
      // Without an order, SQLite reads the whole table instead of the index.
      orderBy: { expires: "asc" },
      select: { sessionToken: true },
      take: sessionsBatch,
    })
    const tokens = ended.map(({ sessionToken }) => sessionToken)
    await prisma.session.deleteMany({ where: { sessionToken: { in: tokens } } })
    return ended.length
  })
  await inBatches(endedCountsBatch, () =>
    prisma.$executeRawUnsafe(endedCounts[database], now.getTime()),
  )
  await inBatches(oldFeedbackBatch, () =>
    prisma.$executeRawUnsafe(oldFeedback[database], now.getTime() - feedbackLifetimeMs),
  )
}

/** Repeats `erase`, which returns how many rows it found, until it finds fewer than a whole batch. */
async function inBatches(size: number, erase: () => Promise<number>): Promise<void> {
  // The pause keeps no process alive.
  while ((await erase()) >= size) await wait(pauseMs, undefined, { ref: false })
}

/**
 * Erases now, and then every minute as long as the process lives. Where it fails, the next minute or
 * another process sees to it. For an hour after somebody has set the clock nothing is erased: a clock
 * that is a day ahead would cost everybody their account.
 */
export function keepErasing(prisma: Prisma, database: Database): void {
  let isErasing = false
  const isClockTrusted = watchClock()
  const erase = async () => {
    if (isErasing || !isClockTrusted()) return
    isErasing = true
    await eraseExpired(prisma, database).catch(() => {})
    isErasing = false
  }
  void erase()
  // Short lifetimes are for tests. The timer keeps no process alive.
  setInterval(erase, Math.max(500, Math.min(60_000, lifetime() / 10))).unref()
}
