import { expect, test } from "vitest"
import { applyMigrations } from "../../scripts/migrations/apply-migrations"
import { postgresql } from "../../scripts/migrations/postgresql"
import { createPostgresqlDatabase } from "../support/shared-databases"
import { createTable, describeMigrations } from "./contracts/migrations-contract"

describeMigrations(postgresql, createPostgresqlDatabase, { undoes: true })

test("a process that waits does not block CREATE INDEX CONCURRENTLY", async () => {
  const url = await createPostgresqlDatabase("concurrently")
  const migrations = [
    { name: "1_table", script: `${createTable("one")} SELECT pg_sleep(1);` },
    { name: "2_index", script: "CREATE INDEX CONCURRENTLY one_index ON one (id);" },
  ]
  const applied = await Promise.all([1, 2].map(() => applyMigrations(url, migrations)))
  expect(applied.map(({ length }) => length).sort()).toEqual([0, 2])
})
