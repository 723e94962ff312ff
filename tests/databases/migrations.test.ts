import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { DiffParams } from "@prisma/schema-engine-wasm"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { withExtras } from "../../scripts/generate"
import { migrate } from "../../scripts/migrate"
import { readMigrations } from "../../scripts/migrations/read-migrations"
import { root } from "../../scripts/root"
import { withSchemaEngine } from "../support/schema-engine"
import { createPostgresqlDatabase } from "../support/shared-databases"

const names = ["20261101000000_auth", "20261101000100_passkeys"]
const extras = [
  "20261201000000_passkey_details",
  "20261201000100_used_challenges",
  "20261201000200_recovery_codes",
]
/** The reader's, those of the extras, and what the public demo adds for itself. */
const all = [
  ...names,
  "20261101000200_demo",
  "20261124000000_demo_health",
  "20261124000000_demo_limits",
  "20261128000000_demo_feedback",
  ...extras,
]
let folder: string

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "passkeys-migrations-"))))
afterAll(() => rm(folder, { recursive: true, force: true }))

describe.each([
  ["sqlite", async (name: string) => `file:${join(folder, name)}.db`],
  ["postgresql", createPostgresqlDatabase],
])("migrations for %s", (database, create) => {
  const schemaFile = join(root, "prisma", database, "schema.prisma")
  const execute = async (url: string, script: string) =>
    withSchemaEngine(url, await readFile(schemaFile, "utf8"), (engine) =>
      engine.dbExecute({ datasourceType: { tag: "url", url }, script }),
    )

  test("all are applied, once", async () => {
    const url = await create("once")
    expect(await migrate(url)).toEqual(all)
    expect(await migrate(url)).toEqual([])
  })

  test("together they say what the schema says", async () => {
    const content = await readFile(schemaFile, "utf8")
    const fromSchema = await withSchemaEngine(await create("same"), content, (engine) =>
      engine.diff({
        from: { tag: "empty" },
        to: { tag: "schemaDatamodel", files: [{ path: schemaFile, content }] },
        script: true,
        exitCode: null,
        filters: { externalTables: [], externalEnums: [] },
      } as DiffParams),
    )
    const scripts = names.map((name) =>
      readFile(join(root, "prisma", database, "migrations", name, "migration.sql"), "utf8"),
    )
    const statements = (script: string) => script.split(/;\s*/).filter(Boolean).sort()
    expect(statements((await Promise.all(scripts)).join("\n"))).toEqual(
      statements(fromSchema.stdout ?? ""),
    )
  })

  test("those of the extras say what the extras add to the schema", async () => {
    const core = await readFile(schemaFile, "utf8")
    const datamodel = (content: string) => ({
      tag: "schemaDatamodel",
      files: [{ path: schemaFile, content }],
    })
    const added = await withSchemaEngine(await create("extras"), core, async (engine) =>
      engine.diff({
        from: datamodel(core),
        to: datamodel(await withExtras(core)),
        script: true,
        exitCode: null,
        filters: { externalTables: [], externalEnums: [] },
      } as DiffParams),
    )
    const migrations = await readMigrations(database as "sqlite" | "postgresql")
    const scripts = migrations
      .filter(({ name }) => extras.includes(name))
      .map(({ script }) => script)
    const statements = (script: string) => script.split(/;\s*/).filter(Boolean).sort()
    expect(statements(scripts.join("\n"))).toEqual(statements(added.stdout ?? ""))
  })

  test("two processes at once apply each migration once", async () => {
    const url = await create("twice")
    const applied = await Promise.all([migrate(url), migrate(url), migrate(url)])
    expect(applied.flat().sort()).toEqual(all)
  })

  test("the second keeps the rows of an app that has the first", async () => {
    const url = await create("rows")
    expect(await migrate(url, (name) => name === names[0])).toEqual([names[0]])
    await execute(
      url,
      `INSERT INTO "User" ("id", "email", "updatedAt") VALUES ('u1', 'a@passkeys.example', CURRENT_TIMESTAMP);
       INSERT INTO "Account" ("userId", "type", "provider", "providerAccountId", "updatedAt") VALUES ('u1', 'oauth', 'github', '1', CURRENT_TIMESTAMP);`,
    )
    expect(await migrate(url)).toEqual(all.slice(1))
    // Fails where the User row is gone: the foreign key asks for it.
    await execute(
      url,
      `INSERT INTO "Authenticator" VALUES ('c1', 'u1', 'c1', 'key', 0, 'singleDevice', false, NULL, NULL, NULL, NULL, NULL, NULL);`,
    )
    await expect(
      execute(url, `INSERT INTO "Account" VALUES ('u1', 'oauth', 'github', '1');`),
    ).rejects.toThrow()
  })

  test("a database that cannot be reached is an error in one line", async () => {
    const url =
      database === "sqlite"
        ? `file:${folder}`
        : "postgresql://postgres:hush@127.0.0.1:1/none?connect_timeout=2"
    const error = await migrate(url).catch((error: Error) => error)
    expect(error).toBeInstanceOf(Error)
    expect((error as Error).message.split("\n")).toHaveLength(1)
    expect((error as Error).message).not.toContain("hush")
  })
})
