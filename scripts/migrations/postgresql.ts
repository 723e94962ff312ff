import { setTimeout as wait } from "node:timers/promises"
import { PrismaPg } from "@prisma/adapter-pg"
import { lockTimeoutMessage, MigrationError, type MigrationEngine } from "./migration-engine"

type Driver = Awaited<ReturnType<PrismaPg["connect"]>>
type Client = Awaited<ReturnType<typeof connect>>

/** The number that Prisma's schema engine locks, so that `prisma migrate deploy` waits too. */
const prismaLock = 72707369

/**
 * PostgreSQL. It runs a script in one transaction, so nothing is applied of a script that fails,
 * unless the script has a `COMMIT` of its own.
 */
export const postgresql: MigrationEngine = {
  async withConnection(url, lockTimeoutMs, work) {
    const driver = await new PrismaPg({ connectionString: url }).connect()
    try {
      const client = await connect(driver)
      // Without a listener, a connection that breaks would end the process. Its query fails anyway.
      client.on("error", () => {})
      try {
        await takeLock(client, lockTimeoutMs)
        return await work({
          query: (sql, values) => query(client, sql, values),
          runScript: (script) => runScript(client, script),
        })
      } finally {
        // Ends the session, and with it the lock.
        client.release(true)
      }
    } finally {
      await driver.dispose()
    }
  },
  listTables: "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()",
  createBookkeeping: `CREATE TABLE _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`,
  now: "now()",
}

/** One connection of the pool: a lock is the session's. */
const connect = (driver: Driver) => driver.underlyingDriver().connect()

async function query(client: Client, sql: string, values?: string[]) {
  let count = 0
  const numbered = sql.replace(/\?/g, () => `$${++count}`)
  const { rows } = await client.query<Record<string, unknown>>(numbered, values)
  return rows
}

async function runScript(client: Client, script: string) {
  try {
    // Without values, pg sends all statements as one simple query, which is one transaction:
    // https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT
    await client.query(script)
  } catch (error) {
    // A script that failed after a BEGIN of its own leaves a transaction that refuses everything.
    await client.query("ROLLBACK").catch(() => {})
    throw error
  }
}

/**
 * Asks for the lock until it is free. `pg_advisory_lock` would wait inside a statement, and a
 * `CREATE INDEX CONCURRENTLY` in the process that holds the lock waits for all such statements.
 */
async function takeLock(client: Client, lockTimeoutMs: number) {
  for (const start = performance.now(); ; await wait(50)) {
    const [row] = await query(client, `SELECT pg_try_advisory_lock(${prismaLock}) AS held`)
    if (row?.held === true) return
    if (performance.now() - start > lockTimeoutMs)
      throw new MigrationError(lockTimeoutMessage(lockTimeoutMs))
  }
}
