import { PrismaMariaDb } from "@prisma/adapter-mariadb"
import {
  lockTimeoutMessage,
  MigrationError,
  type MigrationConnection,
  type MigrationEngine,
} from "./migration-engine"

/** The name that Prisma's schema engine locks, so that `prisma migrate deploy` waits too. */
const prismaLock = "prisma_migrate"

/**
 * MySQL and MariaDB. They commit after each `CREATE`, `ALTER` and `DROP`, so a script that fails
 * stays applied up to the statement that failed.
 */
export const mysql: MigrationEngine = {
  async withConnection(url, lockTimeoutMs, work) {
    const options = new URL(url)
    // A script is many statements. The site's own connections take one at a time.
    options.searchParams.set("multipleStatements", "true")
    options.searchParams.set("connectionLimit", "1")
    const driver = await new PrismaMariaDb(options.href).connect()
    try {
      const client = await driver.underlyingDriver().getConnection()
      try {
        const query: MigrationConnection["query"] = (sql, values) => client.query(sql, values)
        await takeLock(query, lockTimeoutMs)
        return await work({ query, runScript })
      } finally {
        await client.release()
      }

      async function runScript(script: string) {
        try {
          await client.query(script)
        } catch (error) {
          // A script that failed after a BEGIN of its own leaves its transaction open.
          await client.query("ROLLBACK").catch(() => {})
          throw error
        }
      }
    } finally {
      // Ends the session, and with it the lock.
      await driver.dispose()
    }
  },
  listTables:
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()",
  createBookkeeping: `CREATE TABLE _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             DATETIME(3),
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          DATETIME(3),
    started_at              DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    applied_steps_count     INTEGER UNSIGNED NOT NULL DEFAULT 0
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
  now: "CURRENT_TIMESTAMP(3)",
}

/** `GET_LOCK` counts in seconds, and returns 0 where the time is over. */
async function takeLock(query: MigrationConnection["query"], lockTimeoutMs: number) {
  const [row] = await query(`SELECT GET_LOCK(?, ${lockTimeoutMs / 1_000}) AS held`, [prismaLock])
  if (Number(row?.held) !== 1) throw new MigrationError(lockTimeoutMessage(lockTimeoutMs))
}
