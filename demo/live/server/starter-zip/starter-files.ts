import { readdir, readFile } from "node:fs/promises"
import { join, sep } from "node:path"
import { z } from "zod"
import { translateCommand } from "../../../../components/package-manager-commands.mjs"
import { mergePatch } from "./merge-patch"
import type { StarterChoices } from "./starter-choices"

/** Generated in the checkout, or about the recipe itself: not the reader's. */
const notIncluded = /^(generated|prisma|node_modules|\.next|\.env|recipe\.json)(\/|$)/

/** `recipe.json`: what a database changes in the starter beside the files in its folder. */
const recipeSchema = z
  .object({
    /** Files of the starter that an app with this database doesn't need. */
    leaveOut: z.array(z.string()),
    /** A JSON Merge Patch. */
    "package.json": z.record(z.unknown()),
  })
  .strict()

/**
 * pnpm ends with ERR_PNPM_IGNORED_BUILDS until somebody has said whether these may run scripts. They
 * need none: `prisma migrate` fetches its engine when it is run.
 */
const pnpmSettings = `allowBuilds:
  "@prisma/engines": false
  prisma: false
`

/**
 * The files of the app that a reader gets for their choices, by their paths, in the order of these.
 *
 * They are the starter's, then those of the database's recipe, then its Prisma schema and migrations.
 *
 * @param root The top of the checkout.
 */
export async function starterFiles(root: string, choices: StarterChoices) {
  const { database, packageManager } = choices
  const recipe = await readFiles(join(root, "demo/recipes", database))
  const prisma = await readFiles(join(root, "prisma", database))
  const files = new Map([...(await readFiles(join(root, "demo/starter"))), ...recipe])
  for (const [path, text] of prisma)
    if (!path.startsWith("upgrades/")) files.set(`prisma/${path}`, text)

  const changes = await readRecipe(join(root, "demo/recipes", database, "recipe.json"))
  for (const path of changes.leaveOut) files.delete(path)
  const packageJson = mergePatch(
    JSON.parse(files.get("package.json") ?? ""),
    changes["package.json"],
  )
  files.set("package.json", `${JSON.stringify(packageJson, null, 2)}\n`)

  if (packageManager === "pnpm") files.set("pnpm-workspace.yaml", pnpmSettings)
  for (const path of ["README.md", "playwright.config.ts"])
    files.set(path, translateCommands(files.get(path) ?? "", packageManager))
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** The text files in a folder, by their paths from it, with `/`. Empty where there is no folder. */
async function readFiles(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => path.slice(folder.length + 1).replaceAll(sep, "/"))
    .filter((path) => !notIncluded.test(path))
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path, await readFile(join(folder, path), "utf8")] as const),
    ),
  )
}

async function readRecipe(file: string) {
  const text = await readFile(file, "utf8").catch(() => undefined)
  return text === undefined
    ? { leaveOut: [], "package.json": {} }
    : recipeSchema.parse(JSON.parse(text))
}

/** The commands in a text, in the package manager's words. A command ends where its line or its quotes do. */
const translateCommands = (text: string, packageManager: string): string =>
  text.replace(/\b(npm|npx) [\w -]+/g, (command) => translateCommand(command, packageManager))
