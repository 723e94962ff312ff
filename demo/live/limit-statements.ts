import type { Database } from "./database-url"
import type { starter } from "./starter"

type Prisma = Awaited<ReturnType<typeof starter>>["prisma"]
type Row = { points: unknown; expire: unknown }

/** What `RateLimiterPostgres` of rate-limiter-flexible asks its client. */
type Question = { name?: string; text: string; values: unknown[] }

/** Deletes the counts that are over. Its value: the time now, in milliseconds. */
export const endedCounts: Record<Database, string> = {
  sqlite: `DELETE FROM "DemoLimit" WHERE expire < $1`,
  postgresql: `DELETE FROM "DemoLimit" WHERE expire < $1`,
  mysql: "DELETE FROM DemoLimit WHERE expire < ?",
}

/**
 * Asks the database that the site runs on. PostgreSQL and SQLite understand the question as it is:
 * one statement counts and answers (`INSERT … ON CONFLICT … RETURNING`). MySQL has no `RETURNING`.
 */
export function askFor(prisma: Prisma, database: Database, question: Question): Promise<Row[]> {
  if (database === "mysql") return askMysql(prisma, question)
  return prisma.$queryRawUnsafe<Row[]>(question.text, ...question.values)
}

/**
 * The same two questions for MySQL and MariaDB, as rate-limiter-flexible's own class for MySQL puts
 * them. That class wants a connection of the `mysql2` package; this asks over Prisma's.
 */
async function askMysql(prisma: Prisma, { name = "", values }: Question): Promise<Row[]> {
  const select = "SELECT points, expire FROM DemoLimit WHERE `key` = ?"
  if (name.endsWith("rlflx-get"))
    return prisma.$queryRawUnsafe<Row[]>(`${select} AND (expire > ? OR expire IS NULL)`, ...values)
  if (!name.endsWith("rlflx-upsert")) throw new Error(`There is no statement for ${name}.`)
  const [key, points, expire, now] = values
  const count = `INSERT INTO DemoLimit VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE
    points = IF(expire <= ?, ?, points + ?), expire = IF(expire <= ?, ?, expire)`
  return retryDeadlock(() =>
    prisma.$transaction(
      async (transaction) => {
        // The row is locked from here to the end, so the second statement reads what this one wrote.
        await transaction.$executeRawUnsafe(
          count,
          ...[key, points, expire, now, points, points, now, expire],
        )
        return transaction.$queryRawUnsafe<Row[]>(select, key)
      },
      // Who comes with many others waits for a connection. Prisma's default is 2 seconds.
      { maxWait: 7_000 },
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
      if (code !== "P2034" || attempt === 5) throw error
    }
  }
}
