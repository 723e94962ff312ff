import type { Database } from "./database-url"
import { endedCounts } from "./limit-statements"
import type { starter } from "./starter"

type Prisma = Pick<
  Awaited<ReturnType<typeof starter>>["prisma"],
  "user" | "session" | "$executeRawUnsafe"
>

const hour = 3_600_000

/** How long, in milliseconds, an account of the demo lasts. */
export const lifetime = () => Number(process.env.DEMO_LIFETIME_HOURS || 24) * hour

/**
 * Erases the accounts that are older than `DEMO_LIFETIME_HOURS` with all that belongs to them (their
 * foreign keys cascade), sessions that have ended, and counts of limits that are over.
 *
 * Any number of processes may do it at once: what one has erased, the next does not find.
 *
 * @throws {Error} When the database does not answer, or another process was in the way.
 */
export async function eraseExpired(prisma: Prisma, database: Database): Promise<void> {
  const now = new Date()
  const before = new Date(now.getTime() - lifetime())
  await prisma.user.deleteMany({ where: { createdAt: { lt: before } } })
  await prisma.session.deleteMany({ where: { expires: { lt: now } } })
  await prisma.$executeRawUnsafe(endedCounts[database], now.getTime())
}

/**
 * Erases now, and then every minute as long as the process lives. Where it fails, the next minute or
 * another process sees to it.
 */
export function keepErasing(prisma: Prisma, database: Database): void {
  const erase = () => eraseExpired(prisma, database).catch(() => {})
  void erase()
  // Short lifetimes are for tests. The timer keeps no process alive.
  setInterval(erase, Math.max(500, Math.min(60_000, lifetime() / 10))).unref()
}
