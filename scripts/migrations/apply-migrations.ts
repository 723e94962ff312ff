import { createHash, randomUUID } from "node:crypto"
import { databaseOf, type Database } from "../../demo/live/server/database-url"
import { errorLine } from "./error-line"
import { MigrationError, type MigrationConnection, type MigrationEngine } from "./migration-engine"
import { mysql } from "./mysql"
import { postgresql } from "./postgresql"
import type { Migration } from "./read-migrations"
import { sqlite } from "./sqlite"

const engines: Record<Database, MigrationEngine> = { sqlite, postgresql, mysql }

/**
 * Applies the migrations that the database lacks. It keeps the table `_prisma_migrations` as Prisma
 * does, so `prisma migrate deploy` and this agree on what is applied. See
 * docs/decisions/003-migrations-without-prismas-binary.md.
 *
 * @param migrations In the order in which they apply.
 * @param lockTimeoutMs How long to wait while another process applies migrations.
 * @returns The names of the migrations applied now.
 * @throws {MigrationError} With one line, when the database cannot be reached or locked, has tables
 *   that no migration made, or a migration failed, now or before.
 */
export async function applyMigrations(
  url: string,
  migrations: Migration[],
  lockTimeoutMs = 60_000,
): Promise<string[]> {
  const engine = engines[databaseOf(url)]
  try {
    return await engine.withConnection(url, lockTimeoutMs, async (connection) => {
      const applied = await readApplied(engine, connection)
      const missing = migrations.filter(({ name }) => !applied.has(name))
      for (const migration of missing) await apply(engine, connection, migration)
      return missing.map(({ name }) => name)
    })
  } catch (error) {
    if (error instanceof MigrationError) throw error
    throw new MigrationError(`The database cannot be used: ${errorLine(error)}`, { cause: error })
  }
}

/** The names of the migrations that the database has. Creates the table that holds them. */
async function readApplied(engine: MigrationEngine, { query }: MigrationConnection) {
  const tables = await query(engine.listTables)
  if (tables.length === 0) await query(engine.createBookkeeping)
  else if (!tables.some(({ name }) => name === "_prisma_migrations")) throw notEmpty()
  const rows = await query(
    "SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  )
  const unfinished = rows.find(({ finished_at }) => finished_at === null)
  if (unfinished) throw new MigrationError(unfinishedMessage(String(unfinished.migration_name)))
  return new Set(rows.map(({ migration_name }) => String(migration_name)))
}

async function apply(
  { now }: MigrationEngine,
  { query, runScript }: MigrationConnection,
  { name, script }: Migration,
) {
  const id = randomUUID()
  const checksum = createHash("sha256").update(script).digest("hex")
  await query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES (?, ?, ?, ${now})`,
    [id, checksum, name],
  )
  try {
    await runScript(script)
  } catch (error) {
    const logs = errorLine(error)
    // Where this fails too, the connection is gone. The row says that the migration did not end.
    await query("UPDATE _prisma_migrations SET logs = ? WHERE id = ?", [logs, id]).catch(() => {})
    throw new MigrationError(`${logs}. ${unfinishedMessage(name)}`, { cause: error })
  }
  await query(
    `UPDATE _prisma_migrations SET finished_at = ${now}, applied_steps_count = 1 WHERE id = ?`,
    [id],
  )
}

/** Prisma's P3009. Nobody but a person knows what the migration has done. */
const unfinishedMessage = (name: string) =>
  `The migration ${name} began and did not end. Undo by hand what it did, then run ` +
  `UPDATE _prisma_migrations SET rolled_back_at = CURRENT_TIMESTAMP WHERE migration_name = '${name}'; ` +
  "and start again."

/** Prisma's P3005. The first migration would fail on the first table that is there already. */
const notEmpty = () =>
  new MigrationError(
    "The database has tables, and no table _prisma_migrations that says which migrations made them. " +
      "Use an empty database.",
  )
