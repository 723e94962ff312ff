import type { Client } from "@libsql/client"
import { fileOf } from "../../demo/live/server/database-url"
import { createSqliteClient } from "../../demo/recipes/sqlite-client/sqlite-client"
import { prepareDatabaseFile } from "./database-file"
import { withFileLock } from "./file-lock"
import type { MigrationConnection, MigrationEngine } from "./migration-engine"

/**
 * SQLite in a file, or libSQL on a server. A script runs in one transaction, so nothing is applied
 * of a script that fails, unless the script has a `PRAGMA`: see `runScript`.
 *
 * A server of libSQL has no lock to take. There, let one process apply the migrations first.
 */
export const sqlite: MigrationEngine = {
  async withConnection(url, lockTimeoutMs, work) {
    const file = fileOf(url)
    if (file === undefined) return connect(url, work)
    await prepareDatabaseFile(file)
    return withFileLock(`${url}.migrating`, lockTimeoutMs, () =>
      connect(url, async (connection) => {
        await keepWriteAheadLog(connection)
        return work(connection)
      }),
    )
  },
  // A new database on Turso may have tables of libSQL and of Litestream, which replicates it.
  listTables: `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'
    AND name NOT GLOB 'libsql_*' AND name NOT GLOB '_litestream_*'`,
  createBookkeeping: `CREATE TABLE "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`,
  now: "strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')",
}

async function connect<T>(url: string, work: (connection: MigrationConnection) => Promise<T>) {
  // A site that runs may write to the file meanwhile. A script waits for it as a statement does.
  const client = createSqliteClient({ url, timeout: 5_000 })
  try {
    return await work({
      query: async (sql, values) => (await client.execute(sql, values)).rows,
      runScript: (script) => runScript(client, script),
    })
  } finally {
    client.close()
  }
}

/**
 * Prisma's scripts that redefine a table begin with `PRAGMA foreign_keys=OFF`, which does nothing
 * inside a transaction (https://www.sqlite.org/pragma.html#pragma_foreign_keys): there, dropping the
 * old table would delete the rows that refer to it. So a script with a `PRAGMA` runs statement after
 * statement, as in Prisma's own engine, and stays applied up to the one that failed.
 */
async function runScript(client: Client, script: string) {
  if (/\bPRAGMA\b/i.test(script)) return client.executeMultiple(script)
  const transaction = await client.transaction("write")
  try {
    await transaction.executeMultiple(script)
    await transaction.commit()
  } finally {
    transaction.close()
  }
}

/**
 * Lets SQLite append what is written to a log beside the file, instead of keeping what was there
 * before: as durable, with fewer waits for the disk, and who reads and who writes do not wait for
 * each other. The file remembers it. `synchronous` stays at FULL: what is committed outlasts a power
 * failure. See docs/decisions/013-what-a-sign-in-costs.md.
 */
async function keepWriteAheadLog({ query }: MigrationConnection) {
  await query("PRAGMA journal_mode = WAL")
}
