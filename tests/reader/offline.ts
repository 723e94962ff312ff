import { mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { Page } from "@playwright/test"
import type { DiffParams } from "@prisma/schema-engine-wasm"
import { root } from "../../scripts/root"
import { withSchemaEngine } from "../support/schema-engine"

/**
 * The one stand-in for what the reader's commands download from hosts that are out of reach here:
 * Prisma's schema engine, the fonts of create-next-app, and the script of the built-in sign-in page.
 * Nothing else of a page is replaced.
 */

const fontsOf = (families: string[]) =>
  Object.fromEntries(
    families.map((family) => [
      `https://fonts.googleapis.com/css2?family=${family.replace(" ", "+")}:wght@100..900&display=swap`,
      `@font-face { font-family: "${family}"; font-weight: 100 900; src: local("Arial"); }`,
    ]),
  )

/**
 * The environment for the reader's commands.
 *
 * @param folder Where the answers for `next/font/google` are written: not the reader's own folder.
 */
export async function offlineEnvironment(folder: string) {
  const fonts = join(folder, "google-fonts.js")
  const answers = JSON.stringify(fontsOf(["Geist", "Geist Mono"]))
  await writeFile(fonts, `module.exports = ${answers}\n`)
  return {
    NEXT_FONT_GOOGLE_MOCKED_RESPONSES: fonts,
    // Prisma's commands download the engine at once. `generate` never runs it: any file will do.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  }
}

/** The built-in sign-in page loads SimpleWebAuthn from unpkg. Here it comes from node_modules. */
export async function answerForUnpkg(page: Page) {
  const script = join(root, "node_modules/@simplewebauthn/browser/dist/bundle/index.umd.min.js")
  await page.route("https://unpkg.com/@simplewebauthn/browser@*/dist/bundle/*", (route) =>
    route.fulfill({ path: script, headers: { "Access-Control-Allow-Origin": "*" } }),
  )
}

/** The name of the migration, if a command is `npx prisma migrate dev`. */
export const migrationNameOf = (command: string) =>
  /^npx prisma migrate dev --name (\w+)$/.exec(command)?.[1]

/**
 * Creates and applies a first migration as `prisma migrate dev` does, with Prisma's own engine as WebAssembly.
 *
 * @returns What Prisma prints (prisma/build/cli.js, the command `migrate dev`).
 * @throws {Error} When the schema or the database cannot be read.
 */
export async function migrateDev(migrationName: string, folder: string): Promise<string> {
  const content = await readFile(join(folder, "prisma/schema.prisma"), "utf8")
  const config = await readFile(join(folder, "prisma.config.ts"), "utf8")
  const file = /url: "file:([^"]+)"/.exec(config)?.[1]
  if (!file) throw new Error("The datasource.url property is required in your Prisma config file.")
  const filters = { externalTables: [], externalEnums: [] }
  const name = `${timestamp()}_${migrationName}`
  const migrations = join(folder, "prisma/migrations")
  await withSchemaEngine(`file:${join(folder, file)}`, content, async (engine) => {
    // The engine's own createMigration needs a shadow database, which WebAssembly cannot open. For a
    // first migration it makes no difference.
    const { stdout } = await engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files: [{ path: "prisma/schema.prisma", content }] },
      script: true,
      exitCode: null,
      filters,
    } as DiffParams)
    await mkdir(join(migrations, name), { recursive: true })
    await writeFile(join(migrations, name, "migration.sql"), stdout ?? "")
    await writeFile(join(migrations, "migration_lock.toml"), lock)
    await engine.applyMigrations({
      migrationsList: listOf(migrations, name, stdout ?? ""),
      filters,
    })
  })
  return [
    "The following migration(s) have been created and applied from new schema changes:",
    "",
    "prisma/migrations/",
    `  └─ ${name}/`,
    "    └─ migration.sql",
    "",
    "Your database is now in sync with your schema.",
  ].join("\n")
}

const lock = 'provider = "sqlite"\n'

/** As Prisma names its migrations: 20261101093000. */
const timestamp = () => new Date().toISOString().replace(/\D/g, "").slice(0, 14)

const listOf = (baseDir: string, path: string, value: string) => ({
  baseDir,
  shadowDbInitScript: "",
  lockfile: { path: "migration_lock.toml", content: lock },
  migrationDirectories: [
    { path, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } } },
  ],
})
