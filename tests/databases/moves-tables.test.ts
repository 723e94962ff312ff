import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import type { DiffParams } from "@prisma/schema-engine-wasm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { generateForMoves, withMoves } from "../../scripts/generate-for-moves"
import { migrate } from "../../scripts/migrate"
import { root } from "../../scripts/root"
import { rowsOf } from "../support/database-rows"
import { withSchemaEngine } from "../support/schema-engine"
import { execute } from "./execute"

const run = promisify(execFile)
const moves = ["move-to-better-auth", "move-to-simplewebauthn"]
let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "passkeys-moves-"))))
afterAll(() => rm(folder, { recursive: true }))

const coreOf = (database: string) =>
  readFile(join(root, "prisma", database, "schema.prisma"), "utf8")

const tablesOf = async (database: string) => {
  const paths = moves.map((move) => join(root, "demo/recipes", move, database, "tables.sql"))
  return (await Promise.all(paths.map((path) => readFile(path, "utf8")))).join("\n")
}

test.each(["sqlite", "postgresql", "cockroachdb"])(
  "the tables of the moves for %s are what Prisma's engine writes",
  async (database) => {
    const core = await coreOf(database)
    const datamodel = (content: string) => ({
      tag: "schemaDatamodel",
      files: [{ path: "schema.prisma", content }],
    })
    const added = await withSchemaEngine(`file:${join(folder, "none.db")}`, core, async (engine) =>
      engine.diff({
        from: datamodel(core),
        to: datamodel(await withMoves(core, database)),
        script: true,
        exitCode: null,
        filters: { externalTables: [], externalEnums: [] },
      } as DiffParams),
    )
    const statements = (script: string) => script.split(/;\s*/).filter(Boolean).sort()
    expect(statements(await tablesOf(database))).toEqual(statements(added.stdout ?? ""))
  },
)

// Written by hand. Those for MySQL are run in moves.mariadb.test.ts.
test.each(["mysql", "sqlserver", "mongodb"])(
  "Prisma's validator accepts the models of the moves for %s, and the tables have their columns",
  async (database) => {
    const file = join(folder, "schema.prisma")
    const schema = await withMoves(await coreOf(database), database)
    await writeFile(file, schema.replace(/^ *url .*$/m, ""))
    const cli = join(root, "node_modules/prisma/build/index.js")
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }
    const { stdout } = await run(process.execPath, [cli, "validate", "--schema", file], { env })
    expect(stdout).toContain("is valid")
    if (database === "mongodb") return
    const tables = await tablesOf(database)
    const shapes = await Promise.all(moves.map((move) => columnsOf(move, database)))
    for (const { table, columns } of shapes.flat()) {
      const [, body = ""] =
        new RegExp(`CREATE TABLE .*${table}\\W+\\(\n([^]*?)\n\\)`).exec(tables) ?? []
      const names = [...body.matchAll(/^ {4}[`[](\w+)/gm)].map(([, name]) => name)
      expect(names, table).toEqual(columns)
    }
  },
)

test.each([
  ["move-to-better-auth", "better-auth"],
  ["move-to-simplewebauthn", "simplewebauthn"],
])("the page of %s shows what the recipe adds to User", async (move, page) => {
  const { edits } = JSON.parse(
    await readFile(join(root, "demo/recipes", move, "recipe.json"), "utf8"),
  )
  const [[before, after]] = edits["prisma/schema.prisma"] as [[string, string]]
  const isOld = (line: string) => before.split("\n").includes(line)
  const diff = after
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => (isOld(line) ? " " : "+") + line)
  const text = await readFile(join(root, "pages/move", `${page}.mdx`), "utf8")
  expect(text).toContain(`\n${diff.join("\n")}\n`)
})

/** The columns of each model, without its relations. */
async function columnsOf(move: string, database: string) {
  const path = join(root, "demo/recipes", move, database, "models.prisma")
  const models = [...(await readFile(path, "utf8")).matchAll(/^model (\w+) \{\n([^]*?)^\}/gm)]
  return models.map(([, table = "", body = ""]) => ({
    table,
    columns: [...body.matchAll(/^ +(\w+) +(?:String|Float|BigInt|Boolean|DateTime)\b/gm)].map(
      ([, name]) => name,
    ),
  }))
}

test("the command moves and undoes, reports, and refuses another RP ID", async () => {
  await generateForMoves("sqlite")
  const url = `file:${join(folder, "command.db")}`
  await migrate(url, (name) => /^202611010000/.test(name) || name.endsWith("_passkeys"))
  await execute(url, await tablesOf("sqlite"))
  await execute(
    url,
    `INSERT INTO "User" ("id", "email", "updatedAt") VALUES ('u1', 'a@passkeys.example', '2026-01-01');
     INSERT INTO "Authenticator" VALUES ('+/8=', 'u1', '+/8=', 'a2V5', 4294967295, 'singleDevice', false, NULL);`,
  )
  const command = async (recipe: string, words: string[], betterAuthUrl = "https://a.example") => {
    const script = join(root, "demo/recipes", recipe, "moving/run.ts")
    const env = {
      ...process.env,
      DATABASE_URL: url,
      AUTH_URL: "https://a.example",
      BETTER_AUTH_URL: betterAuthUrl,
    }
    const args = ["--import", "tsx", script, ...words]
    return run(process.execPath, args, { cwd: root, env }).then(
      ({ stdout }) => stdout,
      ({ code, stderr }: { code: number; stderr: string }) => `${code}: ${stderr}`,
    )
  }
  const dryRun = "This was a dry run. Nothing was changed.\n"
  const [better, simple, back] = [...moves, "move-from-simplewebauthn"] as [string, string, string]
  const moved = `SELECT COUNT(*) FROM "Passkey" WHERE "id" = '-_8'`

  expect(
    await Promise.all([
      command(better, [], "https://b.example"),
      command(better, []),
      command(simple, ["--dry-run"]),
    ]),
  ).toEqual([
    "1: The RP ID would change from a.example to b.example, and no passkey would work.\n",
    "1: No name or no e-mail address. User: u1\nNothing was changed.\n",
    `Passkeys moved: 1.\n${dryRun}`,
  ])
  await rowsOf(url, `UPDATE "User" SET "name" = "email"`)
  expect(await command(better, ["--dry-run"])).toBe(`Passkeys moved: 1.\n${dryRun}`)
  expect(await rowsOf(url, moved)).toEqual([[0]])
  expect(await command(better, [])).toBe("Passkeys moved: 1.\n")
  expect(await rowsOf(url, moved)).toEqual([[1]])
  expect(await command(better, ["--undo"])).toBe("Passkeys taken back: 1.\n")
  expect(await rowsOf(url, moved)).toEqual([[0]])

  expect(await command(simple, [])).toBe("Passkeys moved: 1.\n")
  await rowsOf(url, `DELETE FROM "Authenticator"`)
  expect(await command(back, [])).toBe("Passkeys moved: 1.\n")
  expect(await rowsOf(url, `SELECT "credentialID", "counter" FROM "Authenticator"`)).toEqual([
    ["+/8=", 4294967295],
  ])
})
