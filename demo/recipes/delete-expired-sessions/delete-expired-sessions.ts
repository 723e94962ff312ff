import { prisma } from "@/prisma"

/**
 * How many rows one statement deletes, so that it never holds up
 * sign-ins for long.
 */
const batchSize = 500

/**
 * Deletes the sessions that have expired, one batch after another.
 * Several processes may call it at the same time.
 *
 * @returns How many sessions it deleted.
 */
export async function deleteExpiredSessions(): Promise<number> {
  const expired = { expires: { lt: new Date() } }
  let total = 0
  for (;;) {
    // `deleteMany({ limit })` would be one step, but makes MariaDB read
    // the whole table.
    const batch = await prisma.session.findMany({
      where: expired,
      // Otherwise, Prisma sorts by primary key, and SQLite reads the
      // whole table.
      orderBy: { expires: "asc" },
      select: { sessionToken: true },
      take: batchSize,
    })
    const sessionToken = {
      in: batch.map((session) => session.sessionToken),
    }
    const { count } = await prisma.session.deleteMany({
      where: { ...expired, sessionToken },
    })
    total += count
    if (batch.length < batchSize) return total
  }
}
