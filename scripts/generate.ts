import { spawn } from "node:child_process"
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { applyEdit } from "../demo/live/server/starter-zip/apply-recipe.mjs"
import { root } from "./root"

/** The folder in `prisma/` for each recipe that is another database's client. Turso's libSQL is SQLite to Prisma. */
const recipes = {
  postgresql: "postgresql",
  mysql: "mysql",
  libsql: "sqlite",
  cockroachdb: "cockroachdb",
  sqlserver: "sqlserver",
}

/** Where the starter, and the recipe for each other database, expects the Prisma schema and client. */
const targets = [
  { database: "sqlite", folder: join(root, "demo/starter") },
  ...Object.entries(recipes).map(([recipe, database]) => ({
    database,
    folder: join(root, "demo/recipes", recipe),
  })),
  // Has a schema of its own.
  { database: undefined, folder: join(root, "demo/recipes/quick-start") },
]

/**
 * Puts `prisma/<database>/` where the reader has it in their own app, `prisma/`, with the columns and
 * tables of all extras, and runs `prisma generate` there, and in the quick start. Does nothing where the
 * generated client is up to date.
 *
 * @throws {Error} What `prisma generate` printed.
 */
export async function generate(): Promise<void> {
  const prisma = join(root, "node_modules/prisma")
  const { version } = JSON.parse(await readFile(join(prisma, "package.json"), "utf8"))
  const generateIn = async ({ database, folder }: (typeof targets)[number]) => {
    const origin = database ? join(root, "prisma", database) : join(folder, "prisma")
    const core = await readFile(join(origin, "schema.prisma"), "utf8")
    const schema = database ? await withExtras(core) : core
    const stamp = join(folder, "generated/stamp")
    const wanted = `${version}\n${schema}`
    if ((await readFile(stamp, "utf8").catch(() => "")) === wanted) return
    if (database) {
      await rm(join(folder, "prisma"), { recursive: true, force: true })
      await cp(origin, join(folder, "prisma"), { recursive: true })
      await writeFile(join(folder, "prisma/schema.prisma"), schema)
    }
    await prismaGenerate(join(prisma, "build/index.js"), folder)
    await writeFile(stamp, wanted)
  }
  await Promise.all(targets.map(generateIn))
}

/** A schema with what the extras add to it, in `edits` of their `recipe.json`. */
export async function withExtras(schema: string): Promise<string> {
  for (const name of await readdir(join(root, "demo/recipes"))) {
    // Another library's tables: scripts/generate-for-moves.ts.
    if (name.startsWith("move-")) continue
    const recipe = await readFile(join(root, "demo/recipes", name, "recipe.json"), "utf8").catch(
      () => "{}",
    )
    for (const edit of JSON.parse(recipe).edits?.["prisma/schema.prisma"] ?? [])
      schema = applyEdit("schema.prisma", schema, edit)
  }
  return schema
}

/**
 * Runs `prisma generate` in a folder that has `prisma/schema.prisma`.
 *
 * @param cli The path of Prisma's command.
 * @throws {Error} What it printed.
 */
export function prismaGenerate(cli: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, "generate", "--schema", "prisma/schema.prisma"], {
      cwd: folder,
      env: {
        // The reader's prisma.config.ts asks for it. `generate` connects to nothing.
        DATABASE_URL: "file:none.db",
        ...process.env,
        // `generate` would download the schema engine, and never runs it. Any file that exists will do.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      },
    })
    let output = ""
    child.stdout.on("data", (data) => (output += data))
    child.stderr.on("data", (data) => (output += data))
    child.on("error", reject)
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`prisma generate failed in ${folder}:\n${output}`)),
    )
  })
}

if (process.argv[1] === import.meta.filename) await generate()
