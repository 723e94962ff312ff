import { cp, mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { applyEdit } from "../demo/live/server/starter-zip/apply-recipe.mjs"
import { prismaGenerate } from "./generate"
import { root } from "./root"

/** Those that add tables of another library. */
const moves = ["move-to-better-auth", "move-to-simplewebauthn"]

/** Those that move rows, and expect the reader's `prisma.ts` and Prisma client beside them. */
const recipes = [...moves, "move-from-simplewebauthn"]

/**
 * Generates the client of a reader who has the tables of all moves, in `.cache/moves/<database>/`. Does
 * nothing where it is up to date. The site doesn't need it: only `npm run check` and tests do.
 *
 * @param database A folder of `prisma/`, except that of MongoDB. With `sqlite`, the recipes get that client for their types.
 * @returns The path of the client.
 */
export async function generateForMoves(database: string) {
  const folder = join(root, ".cache/moves", database)
  const core = await readFile(join(root, "prisma", database, "schema.prisma"), "utf8")
  const schema = await withMoves(core, database)
  const stamp = join(folder, "stamp")
  if ((await readFile(stamp, "utf8").catch(() => "")) !== schema) {
    await mkdir(join(folder, "prisma"), { recursive: true })
    await writeFile(join(folder, "prisma/schema.prisma"), schema)
    await prismaGenerate(join(root, "node_modules/prisma/build/index.js"), folder)
    await writeFile(stamp, schema)
  }
  if (database === "sqlite") await Promise.all(recipes.map(placeBeside))
  return join(folder, "generated/prisma/client.ts")
}

/** A schema of `prisma/` with the models of all moves. */
export async function withMoves(schema: string, database: string): Promise<string> {
  for (const name of moves) {
    const folder = join(root, "demo/recipes", name)
    const { edits } = JSON.parse(await readFile(join(folder, "recipe.json"), "utf8"))
    for (const edit of edits["prisma/schema.prisma"])
      schema = applyEdit("schema.prisma", schema, edit)
    schema += `\n${await readFile(join(folder, database, "models.prisma"), "utf8")}`
  }
  return schema
}

async function placeBeside(recipe: string): Promise<void> {
  const folder = join(root, "demo/recipes", recipe)
  await mkdir(join(folder, "generated/prisma"), { recursive: true })
  await cp(join(root, "demo/starter/prisma.ts"), join(folder, "prisma.ts"))
  await writeFile(
    join(folder, "generated/prisma/client.ts"),
    `export * from "../../../../../.cache/moves/sqlite/generated/prisma/client"\n`,
  )
}

if (process.argv[1] === import.meta.filename) await generateForMoves("sqlite")
