import { readdir, readFile } from "node:fs/promises"
import { join, sep } from "node:path"
import { z } from "zod"
import { translateCommand } from "../../../../components/package-manager-commands.mjs"
import { applyRecipe } from "./apply-recipe.mjs"
import { packageManagerSettings } from "./package-manager-settings"
import { addToReadme } from "./starter-readme"
import { defaultExtras } from "../../download/starter-options"
import type { StarterChoices } from "./starter-choices"

/** Generated in the checkout, or about the recipe itself: not the reader's. */
const notIncluded = /^(generated|prisma|migrations|node_modules|\.next|\.env|recipe\.json)(\/|$)/

const changesSchema = z
  .object({
    leaveOut: z.array(z.string()),
    edits: z.record(z.array(z.tuple([z.string(), z.string()]))),
    "package.json": z.record(z.unknown()),
  })
  .partial()

const recipeSchema = changesSchema.extend({
  /** Recipes whose files come with it. */
  includes: z.array(z.string()).optional(),
  /** What else it changes if another recipe is chosen too, or isn't. */
  with: z.record(changesSchema).optional(),
  without: z.record(changesSchema).optional(),
})

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
  const names = recipesOf(choices)
  for (const name of names) {
    const folder = join(root, "demo/recipes", name)
    const recipe = await readRecipe(folder)
    const added = [folder, ...(recipe.includes ?? []).map((one) => join(folder, "..", one))]
    for (const one of added) for (const file of await readFiles(one)) files.set(...file)
    files = applyRecipe(files, recipe)
    for (const [other, changes] of Object.entries(recipe.with ?? {}))
      if (names.includes(other)) files = applyRecipe(files, changes)
    for (const [other, changes] of Object.entries(recipe.without ?? {}))
      if (!names.includes(other)) files = applyRecipe(files, changes)
    for (const [path, text] of await readFiles(join(folder, "migrations", database)))
      files.set(`prisma/migrations/${path}`, text)
  }
  files.set("README.md", addToReadme(files.get("README.md") ?? "", choices.extras))

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
  const isFix = (name: string) => defaultExtras.includes(name)
  return [
    database,
    ...(signIn === "custom" ? ["custom-sign-in-page"] : []),
    ...(session === "jwt" ? ["jwt-sessions"] : []),
    // The first wrapper applied is the outermost.
    ...extras.filter((name) => name === outermost),
    // Each adds its import below the same line, so the last one applied comes first: sorted by name.
    ...extras
      .filter((name) => isFix(name) && name !== outermost)
      .toSorted()
      .toReversed(),
    // These change files of those before them.
    ...extras.filter((name) => !isFix(name)),
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
