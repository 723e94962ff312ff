import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { rowsOf } from "../support/database-rows"
import { needsSchemaEngine, runPrisma } from "./offline-prisma"

let folder: string
const app = () => ({ folder, appliedSchema: join(folder, "applied.prisma") })
const run = (command: string) => runPrisma(`npx prisma ${command}`, app())

const schemaWith = (fields: string) =>
  writeFileSync(
    join(folder, "prisma/schema.prisma"),
    `datasource db {\n  provider = "sqlite"\n}\n\nmodel User {\n  id String @id\n${fields}}\n`,
  )
const migrations = () =>
  readdirSync(join(folder, "prisma/migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) =>
      readFileSync(join(folder, `prisma/migrations/${name}/migration.sql`), "utf8"),
    )

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passkeys-prisma-"))
  mkdirSync(join(folder, "prisma"))
  mkdirSync(join(folder, "node_modules/prisma"), { recursive: true })
  writeFileSync(join(folder, "node_modules/prisma/package.json"), '{ "version": "7.10.0" }')
  writeFileSync(join(folder, "prisma.config.ts"), 'datasource: { url: env("DATABASE_URL") }')
  writeFileSync(join(folder, ".env"), "DATABASE_URL=file:./dev.db\n")
  schemaWith("")
})
afterEach(() => rmSync(folder, { recursive: true }))

test("migrate dev adds to a history what is new in the schema", async () => {
  expect(await run("migrate dev --name a_first")).toContain("_a_first/")
  schemaWith("  name String?\n")
  expect(await run("migrate dev --create-only --name b_second")).toContain("without applying it")
  expect(migrations()[1]).toBe('-- AlterTable\nALTER TABLE "User" ADD COLUMN "name" TEXT;\n')
  expect(await run("migrate dev")).toContain("_b_second/")
  expect(await run("migrate deploy")).not.toContain("Applying")
})

test("tables without a history are refused, and a baseline is written for them", async () => {
  expect(await run("db push")).toContain("in sync with your Prisma schema")
  await expect(run("migrate dev --name passkeys")).rejects.toThrow("Drift detected")
  mkdirSync(join(folder, "prisma/migrations/0_init"), { recursive: true })
  const target = "prisma/migrations/0_init/migration.sql"
  const diff = "migrate diff --from-empty --to-schema prisma/schema.prisma --script"
  expect(await run(`${diff} > ${target}`)).toBe("")
  expect(migrations()[0]).toContain('CREATE TABLE "User"')
})

test("db execute runs a file of SQL on the database", async () => {
  await run("migrate dev --name first")
  writeFileSync(
    join(folder, "rows.sql"),
    `BEGIN;\nINSERT INTO "User" ("id") VALUES ('a');\nINSERT INTO "User" ("id") VALUES ('b');\nCOMMIT;\n`,
  )
  expect(await run("db execute --file rows.sql")).toBe("Script executed successfully.")
  const rows = await rowsOf(`file:${join(folder, "dev.db")}`, `SELECT "id" FROM "User"`)
  expect(rows).toEqual([["a"], ["b"]])
})

test("a command without a stand-in is refused", async () => {
  expect(needsSchemaEngine("pnpm exec prisma migrate reset")).toBe(true)
  expect(needsSchemaEngine("npx prisma generate")).toBe(false)
  await expect(run("migrate reset")).rejects.toThrow(
    "has no stand-in for: npx prisma migrate reset",
  )
})
