import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { DiffTarget, SchemaEngine } from "@prisma/schema-engine-wasm"
import { execute } from "../databases/execute"
import { withSchemaEngine } from "../support/schema-engine"
import { databaseUrlOf, listMigrations, schemasOf, writeMigration, type App } from "./prisma-app"

/**
 * The part of offline.ts that stands in for Prisma's schema engine: those commands of Prisma that the
 * guide uses and that would download it. What they print is written after Prisma's source
 * (prisma/build/cli.js).
 *
 * The engine from npm cannot read the tables of PostgreSQL, nor open a shadow database. So the state
 * before a change is the schema that the last command left, and not what the database says.
 */

/** A command that needs the schema engine, in the words of any package manager, and its redirection. */
const prismaCommand = /^(?:npx|pnpm exec|yarn|bunx) prisma ((?:migrate|db) .*?)(?: > (\S+))?$/

/** Whether a command needs Prisma's schema engine. */
export const needsSchemaEngine = (command: string) => prismaCommand.test(command)

/**
 * Runs one command of `prisma migrate` or `prisma db`, with Prisma's own engine as WebAssembly.
 *
 * @returns What Prisma prints.
 * @throws {Error} When the command is not one of those below, or when the engine refuses.
 */
export async function runPrisma(command: string, app: App): Promise<string> {
  const [, given = "", target] = prismaCommand.exec(command) ?? []
  for (const [pattern, run] of commands) {
    const match = pattern.exec(given)
    if (!match) continue
    const output = await run(app, match)
    if (!target) return output
    await writeFile(join(app.folder, target), output)
    return ""
  }
  throw new Error(`tests/reader/offline-prisma.ts has no stand-in for: ${command}`)
}

const commands: [RegExp, (app: App, match: RegExpExecArray) => Promise<string>][] = [
  [/^migrate dev(?<draft> --create-only)?(?: --name (?<name>\w+))?$/, migrateDev],
  [/^migrate deploy$/, migrateDeploy],
  [/^migrate resolve --applied (?<name>\w+)$/, migrateResolve],
  [/^migrate diff --from-empty (?<option>--to-schema\S*) (?<path>\S+) --script$/, migrateDiff],
  [/^db push$/, dbPush],
  [/^db execute --file (?<path>\S+)$/, dbExecute],
]

const filters = { externalTables: [], externalEnums: [] }

async function migrateDev(app: App, { groups }: RegExpExecArray): Promise<string> {
  const { schema, before } = await schemasOf(app)
  return withEngine(app, async (engine) => {
    const { migrationDirectories } = await listMigrations(app)
    if (before && !migrationDirectories.length)
      throw new Error(
        "Drift detected: Your database schema is not in sync with your migration history.",
      )
    const name = groups?.name && `${timestamp()}_${groups.name}`
    if (name) await writeMigration(app, name, await diff(engine, schema, before))
    if (groups?.draft)
      return `Prisma Migrate created the following migration without applying it ${name}\n\nYou can now edit it and apply it by running prisma migrate dev.`
    const applied = await apply(engine, app, schema)
    return [
      `The following migration(s) have been ${name ? "created and applied from new schema changes" : "applied"}:`,
      "",
      ...applied.flatMap((one) => ["prisma/migrations/", `  └─ ${one}/`, "    └─ migration.sql"]),
      "",
      "Your database is now in sync with your schema.",
    ].join("\n")
  })
}

async function migrateDeploy(app: App): Promise<string> {
  const { schema } = await schemasOf(app)
  const applied = await withEngine(app, (engine) => apply(engine, app, schema))
  return [
    ...applied.map((name) => `Applying migration \`${name}\``),
    "All migrations have been successfully applied.",
  ].join("\n")
}

/** On PostgreSQL. On SQLite, the engine fails where there is no table `_prisma_migrations` yet. */
async function migrateResolve(app: App, { groups }: RegExpExecArray): Promise<string> {
  const migrationName = groups?.name ?? ""
  const migrationsList = await listMigrations(app)
  await withEngine(app, (engine) => engine.markMigrationApplied({ migrationName, migrationsList }))
  return `Migration ${migrationName} marked as applied.`
}

async function migrateDiff(app: App, { groups }: RegExpExecArray): Promise<string> {
  const prisma = await readFile(join(app.folder, "node_modules/prisma/package.json"), "utf8")
  const major = Number.parseInt((JSON.parse(prisma) as { version: string }).version)
  const option = major < 7 ? "--to-schema-datamodel" : "--to-schema"
  if (groups?.option !== option) throw new Error(`Prisma ${major} calls the option ${option}.`)
  const { schema } = await schemasOf(app)
  return withEngine(app, (engine) => diff(engine, schema))
}

async function dbPush(app: App): Promise<string> {
  const { schema, before } = await schemasOf(app)
  await withEngine(app, async (engine) => {
    const script = await diff(engine, schema, before)
    await engine.dbExecute({
      datasourceType: { tag: "url", url: await databaseUrlOf(app) },
      script,
    })
  })
  await writeFile(app.appliedSchema, schema)
  return "Your database is now in sync with your Prisma schema."
}

async function dbExecute(app: App, { groups }: RegExpExecArray): Promise<string> {
  const script = await readFile(join(app.folder, groups?.path ?? ""), "utf8")
  // Of a script with a transaction, the engine from npm leaves nothing in SQLite.
  await execute(await databaseUrlOf(app), script)
  return "Script executed successfully."
}

/** Applies what has not been applied. Returns the names of those migrations. */
async function apply(engine: SchemaEngine, app: App, schema: string): Promise<string[]> {
  const migrationsList = await listMigrations(app)
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters })
  await writeFile(app.appliedSchema, schema)
  return appliedMigrationNames
}

/** The SQL from one schema to another, or from an empty database. */
async function diff(engine: SchemaEngine, schema: string, before?: string): Promise<string> {
  const target = (content: string): DiffTarget => ({
    tag: "schemaDatamodel",
    files: [{ path: "schema.prisma", content }],
  })
  const from: DiffTarget = before ? target(before) : { tag: "empty" }
  const params = { from, to: target(schema), script: true, exitCode: null, filters }
  const { stdout } = await engine.diff(params)
  return stdout ?? ""
}

async function withEngine<T>(app: App, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { schema } = await schemasOf(app)
  return withSchemaEngine(await databaseUrlOf(app), schema, work)
}

/** As Prisma names its migrations: 20261101093000. */
const timestamp = () => new Date().toISOString().replace(/\D/g, "").slice(0, 14)
