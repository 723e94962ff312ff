import { setTimeout as wait } from "node:timers/promises"
import type { Database } from "../database-url"
import type { prisma } from "../../../starter/prisma"

type Prisma = typeof prisma

/** How far a count has come, and in how many milliseconds it ends. */
export type Count = { key: string; points: number; leftMs: number }

/** How many counts that are over one statement of `endedCounts` deletes. */
export const endedCountsBatch = 500

/** Deletes counts that are over. Its value: the time now, in milliseconds since 1970. */
export const endedCounts: Record<Database, string> = {
  sqlite: `DELETE FROM "DemoLimit" WHERE "key" IN
    (SELECT "key" FROM "DemoLimit" WHERE "expire" < $1 LIMIT ${endedCountsBatch})`,
  postgresql: `DELETE FROM "DemoLimit" WHERE "key" IN
    (SELECT "key" FROM "DemoLimit" WHERE "expire" < $1 LIMIT ${endedCountsBatch})`,
  mysql: `DELETE FROM DemoLimit WHERE expire < ? LIMIT ${endedCountsBatch}`,
}

/**
 * Adds one to each of some counts, and reads them: processes that share the database share the
 * counts, and of requests that come at once each sees its own number. One statement on SQLite and
 * PostgreSQL. MySQL has no `RETURNING`.
 *
 * A count that ends later than counts do is over too: it was begun while the clock was ahead. Processes
 * whose clocks differ a little share their counts all the same.
 *
 * @param seconds How long a count lasts that begins now.
 */
export async function addToCounts(
  prisma: Prisma,
  database: Database,
  unsorted: string[],
  seconds: number,
): Promise<Count[]> {
  // Everybody locks rows in the same order, so that nobody waits in a circle.
  const keys = [...unsorted].sort()
  const now = Date.now()
  const ends = now + seconds * 1_000
  const latest = latestEnd(now, seconds)
  if (database === "mysql") return addOnMysql(prisma, keys, { now, ends, latest })
  const [first, ...others] = keys
  const rows = others.map((_, index) => `, ($${index + 3}, 1, $2)`).join("")
  const ended = `("DemoLimit"."expire" <= $${keys.length + 2} OR "DemoLimit"."expire" > $${keys.length + 3})`
  const statement = `INSERT INTO "DemoLimit" ("key", "points", "expire") VALUES ($1, 1, $2)${rows}
    ON CONFLICT ("key") DO UPDATE SET
      "points" = CASE WHEN ${ended} THEN 1 ELSE "DemoLimit"."points" + 1 END,
      "expire" = CASE WHEN ${ended} THEN excluded."expire" ELSE "DemoLimit"."expire" END
    RETURNING "key", "points", "expire"`
  const values = [first, ends, ...others, now, latest]
  return toCounts(await prisma.$queryRawUnsafe(statement, ...values), now)
}

/** The latest time at which a count can end, if the clocks of the processes differ by less than it lasts. */
const latestEnd = (now: number, seconds: number) => now + 2 * seconds * 1_000

/**
 * Reads counts without adding to them. Those that are over, or were never begun, are left out.
 *
 * @param seconds How long such a count lasts.
 */
export async function readCounts(
  prisma: Prisma,
  database: Database,
  keys: string[],
  seconds: number,
): Promise<Count[]> {
  const statement =
    database === "mysql"
      ? `${selectOnMysql(keys)} AND expire > ? AND expire <= ?`
      : `SELECT "key", "points", "expire" FROM "DemoLimit"
          WHERE "key" IN (${keys.map((_, index) => `$${index + 1}`)})
            AND "expire" > $${keys.length + 1} AND "expire" <= $${keys.length + 2}`
  const now = Date.now()
  const values = [...keys, now, latestEnd(now, seconds)]
  return toCounts(await prisma.$queryRawUnsafe(statement, ...values), now)
}

const selectOnMysql = (keys: string[]) =>
  `SELECT \`key\`, points, expire FROM DemoLimit WHERE \`key\` IN (${keys.map(() => "?")})`

type Times = { now: number; ends: number; latest: number }

async function addOnMysql(prisma: Prisma, keys: string[], { now, ends, latest }: Times) {
  const add = `INSERT INTO DemoLimit (\`key\`, points, expire) VALUES ${keys.map(() => "(?, 1, ?)")}
    ON DUPLICATE KEY UPDATE
      points = IF(expire <= ? OR expire > ?, 1, points + 1),
      expire = IF(expire <= ? OR expire > ?, ?, expire)`
  const values = [...keys.flatMap((key) => [key, ends]), now, latest, now, latest, ends]
  return retryDeadlock(() =>
    prisma.$transaction(
      async (transaction) => {
        await transaction.$executeRawUnsafe(add, ...values)
        // The rows are locked until the end, so this reads what the statement above wrote.
        return toCounts(await transaction.$queryRawUnsafe(selectOnMysql(keys), ...keys), now)
      },
      // By default InnoDB locks the gaps between rows too. `maxWait`: whoever comes with many others
      // waits for a connection. Prisma's default is 2 seconds.
      { isolationLevel: "ReadCommitted" as never, maxWait: 7_000 },
    ),
  )
}

/** InnoDB ends one of two transactions that wait for each other, and asks to try it again. */
async function retryDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const { code } = error as { code?: string }
      if (code !== "P2034" || attempt === 10) throw error
      await wait(Math.random() * 20 * attempt)
    }
  }
}

/** Drivers return BIGINT as a number, a bigint or text. */
const toCounts = (rows: unknown, now: number): Count[] =>
  (rows as Record<"key" | "points" | "expire", unknown>[]).map(({ key, points, expire }) => ({
    key: String(key),
    points: Number(points),
    leftMs: Number(expire) - now,
  }))
