import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { createClient, LibsqlError, type Client } from "@libsql/client"
import type { SchemaEngine } from "@prisma/schema-engine-wasm"
import { databaseOf, fileOf, type Database } from "../demo/live/server/database-url"
import { readConfiguration } from "./configuration"
import { prepareDatabaseFile } from "./database-file"
import { applyMysqlMigrations } from "./mysql-migrations"
import { root } from "./root"
import { withSchemaEngine } from "./schema-engine"

/** How long one process waits, in milliseconds, while another applies the migrations. */
const lockTimeoutMs = 60_000

/**
 * Applies the migrations that the database lacks, as `prisma migrate deploy` does and with the same
 * bookkeeping (`_prisma_migrations`): the reader's in `prisma/<database>/`, and the demo's own in
 * `demo/live/server/migrations/<database>/`, in the order of their names.
 *
 * Two processes may call it at once: one applies, the other waits and then finds nothing to do.
 *
 * @returns The names of the migrations applied now, oldest first.
 * @throws {Error} When the database cannot be reached, or a migration fails.
 */
export async function migrate(url: string, only?: (name: string) => boolean): Promise<string[]> {
  const database = databaseOf(url)
  const migrationsList = await readMigrations(database, only)
  if (database === "mysql")
    return applyMysqlMigrations(
      url,
      migrationsList.migrationDirectories.map(({ path, migrationFile }) => ({
        name: path,
        script: migrationFile.content.value,
      })),
    )
  const schema = await readFile(join(root, "prisma", database, "schema.prisma"), "utf8")
  const apply = async () => {
    const input = { migrationsList, filters: { externalTables: [], externalEnums: [] } }
    const run = (engine: SchemaEngine) => engine.applyMigrations(input)
    return (await withSchemaEngine(url, schema, run)).appliedMigrationNames
  }
  const file = fileOf(url)
  if (file !== undefined) {
    await prepareDatabaseFile(file)
    return withFileLock(`${url}.migrating`, async () => {
      await keepWriteAheadLog(url)
      return apply()
    })
  }
  return retry(apply)
}

async function readMigrations(database: Database, only: (name: string) => boolean = () => true) {
  const baseDir = join(root, "prisma", database, "migrations")
  const folders = [baseDir, join(root, "demo/live/server/migrations", database)]
  const migrations = (await Promise.all(folders.map(readFolder))).flat()
  return {
    baseDir,
    shadowDbInitScript: "",
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(join(baseDir, "migration_lock.toml"), "utf8"),
    },
    migrationDirectories: migrations
      .filter(({ path }) => only(path))
      .sort((one, other) => (one.path < other.path ? -1 : 1)),
  }
}

async function readFolder(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true })
  return Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(join(folder, name, "migration.sql"), "utf8"),
          },
        },
      })),
  )
}

/**
 * Lets SQLite append what is written to a log beside the file, instead of keeping what was there
 * before: as durable, with fewer waits for the disk, and who reads and who writes do not wait for
 * each other. The file remembers it. `synchronous` stays at FULL: what is committed outlasts a power
 * failure. See docs/decisions/013-what-a-sign-in-costs.md.
 */
async function keepWriteAheadLog(url: string) {
  const client = createClient({ url, timeout: 5_000 })
  try {
    await client.execute("PRAGMA journal_mode = WAL")
  } finally {
    client.close()
  }
}

/**
 * Holds a lock beside the database file while `work` runs. SQLite has no advisory lock, so the lock
 * is an exclusive transaction on a file of its own: the operating system ends it with the process.
 *
 * @param url Of that file.
 */
async function withFileLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = createClient({ url })
  try {
    const lock = await takeLock(client)
    try {
      return await work()
    } finally {
      await lock.rollback()
    }
  } finally {
    client.close()
  }
}

async function takeLock(client: Client) {
  for (const start = Date.now(); ; await wait(50)) {
    try {
      return await client.transaction("write")
    } catch (error) {
      const busy = error instanceof LibsqlError && error.code === "SQLITE_BUSY"
      if (!busy || Date.now() - start > lockTimeoutMs) throw error
    }
  }
}

/** On PostgreSQL the engine takes an advisory lock, and gives up on it after 10 seconds. */
async function retry<T>(work: () => Promise<T>): Promise<T> {
  for (const start = Date.now(); ;) {
    try {
      return await work()
    } catch (error) {
      const locked = error instanceof Error && /advisory lock/i.test(error.message)
      if (!locked || Date.now() - start > lockTimeoutMs) throw error
    }
  }
}

if (process.argv[1] === import.meta.filename) {
  try {
    const names = await migrate((await readConfiguration()).DATABASE_URL)
    console.log(names.length ? `Applied ${names.join(", ")}.` : "The database is up to date.")
  } catch (error) {
    console.error(`Migrations were not applied: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}
