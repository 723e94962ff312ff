import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { applyMigrations } from "../../scripts/migrations/apply-migrations"
import { sqlite } from "../../scripts/migrations/sqlite"
import { rowsOf } from "../support/database-rows"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { createTable, describeMigrations } from "./contracts/migrations-contract"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
beforeAll(async () => void (folder = await makeTemporaryFolder()))
afterAll(() => folder.remove())

describeMigrations(sqlite, async (name) => folder.sqlite(name), { undoes: true })

test("a database with nothing but tables of its host is empty", async () => {
  const url = folder.sqlite("hosted")
  for (const name of ["libsql_wasm_func_table", "_litestream_seq", "_litestream_lock"])
    await rowsOf(url, createTable(name))
  const migration = { name: "1_first", script: createTable("one") }
  expect(await applyMigrations(url, [migration])).toEqual(["1_first"])
})

describe("a script that redefines a table", () => {
  const tables = {
    name: "1_tables",
    script: `CREATE TABLE parent (id INTEGER PRIMARY KEY);
      CREATE TABLE child (id INTEGER REFERENCES parent (id) ON DELETE CASCADE);
      INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1);`,
  }
  /** In the words of Prisma's engine. */
  const redefine = (last: string) => `PRAGMA defer_foreign_keys=ON;
    PRAGMA foreign_keys=OFF;
    CREATE TABLE new_parent (id INTEGER PRIMARY KEY, name TEXT);
    INSERT INTO new_parent (id) SELECT id FROM parent;
    DROP TABLE parent;
    ALTER TABLE new_parent RENAME TO parent;
    ${last}
    PRAGMA foreign_keys=ON;
    PRAGMA defer_foreign_keys=OFF;`

  test("keeps the rows that refer to it", async () => {
    const url = folder.sqlite("redefined")
    await applyMigrations(url, [tables, { name: "2_redefine", script: redefine("") }])
    expect(await rowsOf(url, "SELECT * FROM parent")).toEqual([[1, null]])
    expect(await rowsOf(url, "SELECT * FROM child")).toEqual([[1]])
  })

  test("stays applied up to the statement that fails", async () => {
    const url = folder.sqlite("redefined-half")
    const script = redefine("CREATE TABLE child (id INTEGER);")
    await expect(applyMigrations(url, [tables, { name: "2_redefine", script }])).rejects.toThrow(
      "The migration 2_redefine began and did not end",
    )
    expect(await rowsOf(url, "SELECT * FROM parent")).toEqual([[1, null]])
    expect(await rowsOf(url, "SELECT * FROM child")).toEqual([[1]])
    expect(
      await rowsOf(url, "SELECT logs FROM _prisma_migrations WHERE finished_at IS NULL"),
    ).toEqual([["table child already exists"]])
  })
})
