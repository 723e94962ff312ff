import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { expect, test } from "vitest"
import { databaseOf } from "../../../demo/live/server/database-url"
import { applyMigrations } from "../../../scripts/migrations/apply-migrations"
import type { MigrationEngine } from "../../../scripts/migrations/migration-engine"
import { readMigrations } from "../../../scripts/migrations/read-migrations"
import { root } from "../../../scripts/root"
import { rowsOf } from "../../support/database-rows"

const run = promisify(execFile)

export const createTable = (name: string) => `CREATE TABLE ${name} (id INTEGER PRIMARY KEY);`

/**
 * What applying migrations does on every database.
 *
 * @param create Makes an empty database and returns its connection string.
 * @param undoes Whether the database undoes what a script did that fails.
 */
export function describeMigrations(
  engine: MigrationEngine,
  create: (name: string) => Promise<string>,
  { undoes }: { undoes: boolean },
) {
  const tablesOf = async (url: string) =>
    (await rowsOf(url, engine.listTables))
      .map(([name]) => String(name))
      .filter((name) => name !== "_prisma_migrations")
      .sort()

  test("two commands at once apply each migration once", async () => {
    const DATABASE_URL = await create("commands")
    const names = (await readMigrations(databaseOf(DATABASE_URL))).map(({ name }) => name)
    const args = ["--import", "tsx", "scripts/migrate.ts"]
    const options = { cwd: root, env: { ...process.env, DATABASE_URL } }
    const outputs = await Promise.all([1, 2].map(() => run(process.execPath, args, options)))
    expect(outputs.map(({ stdout }) => stdout).sort()).toEqual([
      `Applied ${names.join(", ")}.\n`,
      "The database is up to date.\n",
    ])
  })

  test("one that fails stops every later one, and says what to do", async () => {
    const url = await create("failing")
    const first = { name: "1_first", script: createTable("one") }
    const failing = { name: "2_failing", script: createTable("two") + createTable("one") }
    const third = { name: "3_third", script: createTable("three") }
    const error = await applyMigrations(url, [first, failing, third]).catch((error: Error) => error)
    const advice =
      "The migration 2_failing began and did not end. Undo by hand what it did, then run " +
      "UPDATE _prisma_migrations SET rolled_back_at = CURRENT_TIMESTAMP WHERE migration_name = '2_failing'; " +
      "and start again."
    const [reason, rest] = String((error as Error).message).split(/\. (?=The migration)/)
    expect(reason).toMatch(/^(table|relation) ['"]?one['"]? already exists$/i)
    expect(rest).toBe(advice)
    const left = undoes ? ["one"] : ["one", "two"]
    expect(await tablesOf(url)).toEqual(left)
    const unfinished = `SELECT migration_name, logs, applied_steps_count FROM _prisma_migrations
      WHERE finished_at IS NULL AND rolled_back_at IS NULL`
    expect(await rowsOf(url, unfinished)).toEqual([["2_failing", reason, 0]])

    const corrected = { name: "2_failing", script: createTable("two") }
    await expect(applyMigrations(url, [first, corrected, third])).rejects.toThrow(advice)
    expect(await tablesOf(url)).toEqual(left)
    if (!undoes) await rowsOf(url, "DROP TABLE two")
    await rowsOf(url, /UPDATE .*?;/.exec(advice)?.[0] ?? "")
    expect(await applyMigrations(url, [first, corrected, third])).toEqual(["2_failing", "3_third"])
    expect(await tablesOf(url)).toEqual(["one", "three", "two"])
  })

  test("the reason is recorded where a script fails inside a transaction of its own", async () => {
    const url = await create("inside")
    const begin = databaseOf(url) === "mysql" ? "START TRANSACTION" : "BEGIN"
    const script = `${begin}; SELECT id FROM missing; COMMIT;`
    const error = await applyMigrations(url, [{ name: "1_own", script }]).catch(
      (error: Error) => error,
    )
    const [[logs] = []] = await rowsOf(url, "SELECT logs FROM _prisma_migrations")
    expect(logs).toBeTruthy()
    expect((error as Error).message).toContain(`${logs}. The migration 1_own began`)
  })

  test("a database with tables that no migration made is left alone", async () => {
    const url = await create("tables")
    await rowsOf(url, createTable("theirs"))
    const migration = { name: "1_first", script: createTable("one") }
    await expect(applyMigrations(url, [migration])).rejects.toThrow(
      "The database has tables, and no table _prisma_migrations",
    )
    expect(await tablesOf(url)).toEqual(["theirs"])
  })

  test("a process that waits too long for another one gives up", async () => {
    const url = await create("waiting")
    const migration = { name: "1_first", script: createTable("one") }
    await engine.withConnection(url, 60_000, () =>
      expect(applyMigrations(url, [migration], 1_000)).rejects.toThrow(
        /^Another process has applied migrations for more than 1 second/,
      ),
    )
    expect(await applyMigrations(url, [migration])).toEqual(["1_first"])
  })
}
