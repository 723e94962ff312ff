import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import type { DiffParams } from "@prisma/schema-engine-wasm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { root } from "../../scripts/root"
import { withSchemaEngine } from "../support/schema-engine"

const run = promisify(execFile)
const names = ["20261101000000_auth", "20261101000100_passkeys"]
let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "passkeys-schemas-"))))
afterAll(() => rm(folder, { recursive: true }))

const schemaOf = (database: string) =>
  readFile(join(root, "prisma", database, "schema.prisma"), "utf8")

async function validate(schema: string): Promise<string> {
  const file = join(folder, "schema.prisma")
  await writeFile(file, schema)
  const cli = join(root, "node_modules/prisma/build/index.js")
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }
  const { stdout } = await run(process.execPath, [cli, "validate", "--schema", file], { env })
  return stdout
}

// The databases that cannot be run here. Those that can be are in contract.*.test.ts.
test.each(["cockroachdb", "sqlserver", "mysql"])(
  "Prisma's validator accepts the schema for %s",
  async (database) => {
    expect(await validate(await schemaOf(database))).toContain("is valid")
  },
)

test("Prisma's validator accepts the schema for MongoDB, but for the url that Prisma 6 asks for", async () => {
  const schema = await schemaOf("mongodb")
  await expect(validate(schema)).rejects.toThrow(/The datasource property `url` is no longer/)
  expect(await validate(schema.replace(/^ *url .*$/m, ""))).toContain("is valid")
})

test("the migrations for CockroachDB are what Prisma's engine writes", async () => {
  const content = await schemaOf("cockroachdb")
  // The engine connects to something, and takes the dialect from the schema.
  const url = `file:${join(folder, "none.db")}`
  const fromSchema = await withSchemaEngine(url, content, (engine) =>
    engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    } as DiffParams),
  )
  const scripts = names.map((name) =>
    readFile(join(root, "prisma/cockroachdb/migrations", name, "migration.sql"), "utf8"),
  )
  const statements = (script: string) => script.split(/;\s*/).filter(Boolean).sort()
  expect(statements((await Promise.all(scripts)).join("\n"))).toEqual(
    statements(fromSchema.stdout ?? ""),
  )
})
