import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { databaseOf } from "../../demo/live/server/database-url"
import { migrate } from "../../scripts/migrate"
import { applyMigrations } from "../../scripts/migrations/apply-migrations"
import { postgresql } from "../../scripts/migrations/postgresql"
import { readMigrations, type Migration } from "../../scripts/migrations/read-migrations"
import { root } from "../../scripts/root"
import { rowsOf } from "../support/database-rows"
import { withSchemaEngine } from "../support/schema-engine"
import { createPostgresqlDatabase } from "../support/shared-databases"
import { makeTemporaryFolder } from "../support/temporary-folder"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
beforeAll(async () => void (folder = await makeTemporaryFolder()))
afterAll(() => folder.remove())

/** What each database says about the table: on SQLite the statement that made it. */
const describeTable = {
  sqlite: "SELECT sql FROM sqlite_schema WHERE tbl_name = '_prisma_migrations'",
  postgresql: `SELECT pg_get_constraintdef(oid) AS sql FROM pg_constraint
      WHERE conrelid = '_prisma_migrations'::regclass AND contype = 'p'
    UNION ALL SELECT concat_ws(' ', ordinal_position, column_name, data_type,
      character_maximum_length, datetime_precision, is_nullable, column_default)
      FROM information_schema.columns WHERE table_name = '_prisma_migrations'
    ORDER BY 1`,
}

const readBookkeeping = (url: string) =>
  rowsOf(
    url,
    `SELECT migration_name, checksum, applied_steps_count, logs, rolled_back_at,
      started_at <= finished_at FROM _prisma_migrations ORDER BY started_at, migration_name`,
  )

/** As `prisma migrate deploy` does. Returns the names of the migrations applied now. */
async function applyWithPrisma(url: string, migrations: Migration[]): Promise<string[]> {
  const baseDir = join(root, "prisma", databaseOf(url))
  const migrationsList = {
    baseDir: join(baseDir, "migrations"),
    shadowDbInitScript: "",
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(join(baseDir, "migrations/migration_lock.toml"), "utf8"),
    },
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: script },
      },
    })),
  }
  const filters = { externalTables: [], externalEnums: [] }
  const schema = await readFile(join(baseDir, "schema.prisma"), "utf8")
  const { appliedMigrationNames } = await withSchemaEngine(url, schema, (engine) =>
    engine.applyMigrations({ migrationsList, filters }),
  )
  return appliedMigrationNames
}

describe.each([
  { database: "sqlite" as const, create: async (name: string) => folder.sqlite(name) },
  { database: "postgresql" as const, create: createPostgresqlDatabase },
])("this command and Prisma's engine on $database", ({ database, create }) => {
  let migrations: Migration[]
  beforeAll(async () => void (migrations = await readMigrations(database)))

  test("either finds nothing to do after the other", async () => {
    const names = migrations.map(({ name }) => name)
    const byUs = await create("by_us")
    expect(await migrate(byUs)).toEqual(names)
    expect(await applyWithPrisma(byUs, migrations)).toEqual([])
    const byPrisma = await create("by_prisma")
    expect(await applyWithPrisma(byPrisma, migrations)).toEqual(names)
    expect(await migrate(byPrisma)).toEqual([])
  })

  test("either goes on where the other has stopped", async () => {
    const names = migrations.map(({ name }) => name)
    const url = await create("in_turns")
    await migrate(url, (name) => name === names[0])
    expect(await applyWithPrisma(url, migrations.slice(0, 2))).toEqual([names[1]])
    expect(await migrate(url)).toEqual(names.slice(2))
  })

  test("both make the same table and write the same rows", async () => {
    const byUs = await create("table_by_us")
    const byPrisma = await create("table_by_prisma")
    await migrate(byUs)
    await applyWithPrisma(byPrisma, migrations)
    const table = await rowsOf(byPrisma, describeTable[database])
    expect(table.length).toBeGreaterThan(0)
    expect(await rowsOf(byUs, describeTable[database])).toEqual(table)
    const rows = await readBookkeeping(byPrisma)
    expect(rows).toHaveLength(migrations.length)
    expect(await readBookkeeping(byUs)).toEqual(rows)
  })

  test("one that failed stops both, and neither once it is marked as rolled back", async () => {
    const url = await create("failed")
    const failing = { name: "1_failing", script: "CREATE TABLE one (id INTEGER); SELECT missing;" }
    const advice = await applyMigrations(url, [failing]).catch((error: Error) => error.message)
    await expect(applyWithPrisma(url, [failing])).rejects.toThrow(/failed migrations/)
    await rowsOf(url, /UPDATE .*?;/.exec(String(advice))?.[0] ?? "")
    const corrected = { name: "1_failing", script: "CREATE TABLE one (id INTEGER);" }
    expect(await applyWithPrisma(url, [corrected])).toEqual(["1_failing"])
    expect(await applyMigrations(url, [corrected])).toEqual([])
  })

  test("one that failed in Prisma's engine stops this command", async () => {
    const url = await create("failed_in_prisma")
    const failing = { name: "1_failing", script: "SELECT missing;" }
    await expect(applyWithPrisma(url, [failing])).rejects.toThrow()
    await expect(applyMigrations(url, [failing])).rejects.toThrow(
      "The migration 1_failing began and did not end",
    )
  })
})

test("on SQLite both write times as the same text", async () => {
  const isPrismas = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/
  const migrations = await readMigrations("sqlite")
  const url = folder.sqlite("times")
  await migrate(url, (name) => name === migrations[0]?.name)
  await applyWithPrisma(url, migrations)
  const times = await rowsOf(url, "SELECT started_at, finished_at FROM _prisma_migrations")
  expect(times).toHaveLength(migrations.length)
  for (const time of times.flat()) expect(time).toMatch(isPrismas)
})

test("on PostgreSQL Prisma's engine waits for this command", async () => {
  const url = await createPostgresqlDatabase("waits")
  const order: string[] = []
  const byPrisma = await postgresql.withConnection(url, 60_000, async () => {
    const promise = applyWithPrisma(url, await readMigrations("postgresql"))
    void promise.then(() => order.push("Prisma"))
    await wait(2_000)
    order.push("this command")
    return { promise }
  })
  await byPrisma.promise
  expect(order).toEqual(["this command", "Prisma"])
})
