import { createHash, randomUUID } from "node:crypto"
import { PrismaMariaDb } from "@prisma/adapter-mariadb"

type Pool = ReturnType<Awaited<ReturnType<PrismaMariaDb["connect"]>>["underlyingDriver"]>
type Connection = Awaited<ReturnType<Pool["getConnection"]>>

/** A migration: the name of its folder, and what `migration.sql` in it says. */
type Migration = { name: string; script: string }

/** How long, in seconds, one process waits while another applies the migrations. */
const lockTimeoutSeconds = 60

/** Prisma's own name for it, so that `prisma migrate deploy` waits too. */
const lock = "prisma_migrate"

/** Prisma's own table, as its schema engine makes it on MySQL. */
const bookkeeping = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at DATETIME(3),
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at DATETIME(3),
  started_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  applied_steps_count INTEGER UNSIGNED NOT NULL DEFAULT 0
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`

/**
 * Applies migrations on MySQL or MariaDB, which Prisma's engine from npm does not speak, and keeps
 * Prisma's books, so that `prisma migrate deploy` agrees later. See
 * docs/decisions/016-migrations-on-mysql.md.
 *
 * @param migrations In the order in which they apply.
 * @returns The names of the migrations applied now.
 * @throws {Error} When the database cannot be reached, or a migration failed, now or before.
 */
export async function applyMysqlMigrations(url: string, migrations: Migration[]) {
  const options = new URL(url)
  // A script is many statements. The site's own connections take one at a time.
  options.searchParams.set("multipleStatements", "true")
  options.searchParams.set("connectionLimit", "1")
  const driver = await new PrismaMariaDb(options.href).connect()
  try {
    const connection = await driver.underlyingDriver().getConnection()
    try {
      return await whileLocked(connection, () => applyMissing(connection, migrations))
    } finally {
      await connection.release()
    }
  } catch (error) {
    throw new Error(firstLine(error), { cause: error })
  } finally {
    await driver.dispose()
  }
}

async function applyMissing(connection: Connection, migrations: Migration[]) {
  await connection.query(bookkeeping)
  const rows: { migration_name: string; finished_at: Date | null }[] = await connection.query(
    "SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  )
  const failed = rows.find(({ finished_at }) => finished_at === null)
  if (failed) throw new Error(halfApplied(failed.migration_name))
  const applied = new Set(rows.map(({ migration_name }) => migration_name))
  const missing = migrations.filter(({ name }) => !applied.has(name))
  for (const migration of missing) await apply(connection, migration)
  return missing.map(({ name }) => name)
}

async function apply(connection: Connection, { name, script }: Migration) {
  const id = randomUUID()
  const checksum = createHash("sha256").update(script).digest("hex")
  await connection.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES (?, ?, ?)",
    [id, checksum, name],
  )
  try {
    await connection.query(script)
  } catch (error) {
    const logs = firstLine(error)
    await connection.query("UPDATE _prisma_migrations SET logs = ? WHERE id = ?", [logs, id])
    throw new Error(`${logs}. ${halfApplied(name)}`, { cause: error })
  }
  await connection.query(
    "UPDATE _prisma_migrations SET finished_at = CURRENT_TIMESTAMP(3), applied_steps_count = 1 WHERE id = ?",
    [id],
  )
}

/** MySQL commits after each `CREATE` and `ALTER`: nothing here can undo those that went well. */
function halfApplied(name: string) {
  return (
    `The migration ${name} began and did not end. Undo by hand what it did, then run ` +
    `UPDATE _prisma_migrations SET rolled_back_at = CURRENT_TIMESTAMP(3) WHERE migration_name = '${name}'; ` +
    "and start again."
  )
}

async function whileLocked<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  const rows: { held: number | bigint | null }[] = await connection.query(
    "SELECT GET_LOCK(?, ?) AS held",
    [lock, lockTimeoutSeconds],
  )
  if (Number(rows[0]?.held) !== 1)
    throw new Error(
      `Another process has applied migrations for more than ${lockTimeoutSeconds} seconds.`,
    )
  try {
    return await work()
  } finally {
    await connection.query("SELECT RELEASE_LOCK(?)", [lock])
  }
}

function firstLine(error: unknown): string {
  // The driver's message repeats the statement; `sqlMessage` is what the server said.
  const { sqlMessage, message } = error as { sqlMessage?: string | null; message: string }
  return (sqlMessage || message).split("\n")[0] ?? ""
}
