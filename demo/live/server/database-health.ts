import type { Database } from "./database-url"
import { TimeoutError } from "./database-fault"
import { loadStarter } from "./load-starter"

/** Writes the one row of the demo's own table: a database that is full or locked still reads. */
const writes: Record<Database, string> = {
  sqlite: `INSERT INTO "DemoHealth" VALUES (1, $1) ON CONFLICT ("id") DO UPDATE SET "checkedAt" = $1`,
  postgresql: `INSERT INTO "DemoHealth" VALUES (1, $1) ON CONFLICT ("id") DO UPDATE SET "checkedAt" = $1`,
  mysql: "REPLACE INTO DemoHealth VALUES (1, ?)",
}

/** How long one answer counts, in milliseconds. Asking often does not mean writing often. */
const freshMs = 1_000

let latest: { at: number; answer: Promise<boolean> } | undefined

/** Whether the database takes a write within 2 seconds. Asks it at most once a second. */
export function isDatabaseHealthy(): Promise<boolean> {
  // Not the time of day: whoever sets the clock back would make an answer count for that long.
  const now = performance.now()
  if (!latest || now - latest.at >= freshMs) latest = { at: now, answer: write() }
  return latest.answer
}

async function write(): Promise<boolean> {
  const query = async () => {
    const { prisma, database } = await loadStarter()
    await prisma.$executeRawUnsafe(writes[database], Date.now())
  }
  return withTimeout(2_000, query()).then(
    () => true,
    () => false,
  )
}

/**
 * What `work` comes to, when it comes to it in time.
 *
 * @throws {TimeoutError} After that many milliseconds. The work goes on, and nobody waits for it.
 */
export function withTimeout<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TimeoutError("It took too long.")), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
