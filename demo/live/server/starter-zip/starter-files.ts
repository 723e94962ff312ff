import { readdir, readFile } from "node:fs/promises"
import { join, sep } from "node:path"
import { z } from "zod"
import { translateCommand } from "../../../../components/package-manager-commands.mjs"
import { applyRecipe } from "./apply-recipe.mjs"
import { packageManagerSettings } from "./package-manager-settings"
import type { StarterChoices } from "./starter-choices"

/** Generated in the checkout, or about the recipe itself: not the reader's. */
const notIncluded = /^(generated|prisma|migrations|node_modules|\.next|\.env|recipe\.json)(\/|$)/

const recipeSchema = z
  .object({
    leaveOut: z.array(z.string()),
    edits: z.record(z.array(z.tuple([z.string(), z.string()]))),
    "package.json": z.record(z.unknown()),
  })
  .partial()

/**
 * The files of the app that a reader gets for their choices, by their paths, in the order of these.
 *
 * They are the starter's, changed by the recipes of the choices, with the Prisma schema and migrations
 * of the database.
 *
 * @param root The top of the checkout.
 */
export async function starterFiles(root: string, choices: StarterChoices) {
  const { database, packageManager } = choices
  let files = await readFiles(join(root, "demo/starter"))
  for (const [path, text] of await readFiles(join(root, "prisma", database), /^upgrades\//))
    files.set(`prisma/${path}`, text)
  for (const name of recipesOf(choices)) {
    const folder = join(root, "demo/recipes", name)
    files = applyRecipe(files, await readRecipe(folder), await readFiles(folder))
    for (const [path, text] of await readFiles(join(folder, "migrations", database)))
      files.set(`prisma/migrations/${path}`, text)
  }

  for (const [path, text] of Object.entries(packageManagerSettings[packageManager] ?? {}))
    files.set(path, text)
  for (const path of ["README.md", "playwright.config.ts"])
    files.set(path, translateCommands(files.get(path) ?? "", packageManager))
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** The extra that passes columns on to the others: see its file. */
const outermost = "passkey-details"

/** The recipes of the choices, in the order in which they are applied. */
function recipesOf({ database, signIn, session, extras }: StarterChoices): string[] {
  return [
    database,
    ...(signIn === "custom" ? ["custom-sign-in-page"] : []),
    ...(session === "jwt" ? ["jwt-sessions"] : []),
    // The first wrapper applied is the outermost.
    ...extras.filter((name) => name === outermost),
    // Each adds its import below the same line, so the last one applied comes first: sorted by name.
    ...extras
      .filter((name) => name !== outermost)
      .toSorted()
      .toReversed(),
  ]
}

/** The text files in a folder, by their paths from it, with `/`. Empty where there is no folder. */
async function readFiles(folder: string, leaveOut = notIncluded): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => path.slice(folder.length + 1).replaceAll(sep, "/"))
    .filter((path) => !leaveOut.test(path))
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path, await readFile(join(folder, path), "utf8")] as const),
    ),
  )
}

/** `recipe.json`, which the starter's own database has none of. */
async function readRecipe(folder: string) {
  const text = await readFile(join(folder, "recipe.json"), "utf8").catch(() => "{}")
  return recipeSchema.parse(JSON.parse(text))
}

/** The commands in a text, in the package manager's words. A command ends where its line or its quotes do. */
const translateCommands = (text: string, packageManager: string): string =>
  text.replace(/\b(npm|npx) [\w -]+/g, (command) => translateCommand(command, packageManager))
