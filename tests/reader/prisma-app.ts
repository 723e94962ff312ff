import { existsSync } from "node:fs"
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { parseEnv } from "node:util"
import type { MigrationList } from "@prisma/schema-engine-wasm"

/** A reader's app, and the file where offline-prisma.ts keeps the schema that its database has. */
export type App = { folder: string; appliedSchema: string }

const migrationsOf = ({ folder }: App) => join(folder, "prisma/migrations")

/** Writes a migration into `prisma/migrations`. */
export async function writeMigration(app: App, name: string, sql: string) {
  const { schema } = await schemasOf(app)
  const provider = /provider\s*=\s*"(sqlite|postgresql|mysql)"/.exec(schema)?.[1]
  await mkdir(join(migrationsOf(app), name), { recursive: true })
  await writeFile(join(migrationsOf(app), name, "migration.sql"), sql)
  await writeFile(join(migrationsOf(app), "migration_lock.toml"), `provider = "${provider}"\n`)
}

/** The migrations of the app, as the engine takes them. */
export async function listMigrations(app: App): Promise<MigrationList> {
  const baseDir = migrationsOf(app)
  const entries = existsSync(baseDir) ? await readdir(baseDir, { withFileTypes: true }) : []
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const read = async (path: string) => {
    const value = await readFile(join(baseDir, path, "migration.sql"), "utf8")
    return {
      path,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } },
    }
  }
  const lockPath = join(baseDir, "migration_lock.toml")
  return {
    baseDir,
    shadowDbInitScript: "",
    lockfile: {
      path: "migration_lock.toml",
      content: existsSync(lockPath) ? await readFile(lockPath, "utf8") : null,
    },
    migrationDirectories: await Promise.all(names.sort().map(read)),
  }
}

/** The schema, and the one that the database has: undefined when nothing was applied yet. */
export async function schemasOf({ folder, appliedSchema }: App) {
  const schema = await readFile(join(folder, "prisma/schema.prisma"), "utf8")
  const before = existsSync(appliedSchema) ? await readFile(appliedSchema, "utf8") : undefined
  // Prisma 6 has the address in the schema, where the engine of Prisma 7 refuses it.
  return { schema: withoutUrl(schema), before: before && withoutUrl(before) }
}

const withoutUrl = (schema: string) => schema.replace(/^\s*url\s*=.*\n/m, "")

/** The address of the database, from `prisma.config.ts` or from `.env`, as Prisma finds it. */
export async function databaseUrlOf({ folder }: App): Promise<string> {
  const read = async (name: string) =>
    existsSync(join(folder, name)) ? readFile(join(folder, name), "utf8") : ""
  const settings = (await read("prisma.config.ts")) + (await read("prisma/schema.prisma"))
  const variable = /\burl\s*[:=]\s*env\("(\w+)"\)/.exec(settings)?.[1]
  const literal = /\burl: "([^"]+)"/.exec(settings)?.[1]
  const url = variable ? parseEnv(await read(".env"))[variable] : literal
  if (!url) throw new Error("The datasource.url property is required in your Prisma config file.")
  return url.replace(/^file:(?!\/)/, `file:${folder}/`)
}
