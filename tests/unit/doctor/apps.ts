import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import {
  extras,
  limitsOf,
  withRequired,
  worksWith,
} from "../../../demo/live/download/starter-options"
import { applyRecipe } from "../../../demo/live/server/starter-zip/apply-recipe.mjs"
import { starterFiles } from "../../../demo/live/server/starter-zip/starter-files"
import { root } from "../../../scripts/root"
import { passwordsAndLinks, pushedDatabase, type ExistingApp } from "../../reader/apps"

/** An app's files by their paths. */
export type Files = ReadonlyMap<string, string>

const read = (path: string) => readFileSync(join(root, path), "utf8")

function textsIn(folder: string): Map<string, string> {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(root, folder).length + 1))
  return new Map(paths.map((path) => [path, read(`${folder}/${path}`)]))
}

/** The app that a reader downloads. */
export const starter = (database: string, choices: Partial<Choices> = {}): Promise<Files> =>
  starterFiles(root, {
    database,
    packageManager: "npm",
    signIn: "built-in",
    session: "database",
    extras: [],
    ...choices,
  })

type Choices = { signIn: string; session: string; extras: string[] }

export const allExtras = (database: string): Partial<Choices> => ({
  signIn: "custom",
  session: "jwt",
  extras: Object.keys(extras).filter((name) => worksWith(name, { database })),
})

/**
 * The recipes that have code, each on its own. Databases and the quick start are apps of their own, and
 * moves bring models and SQL for all databases, of which an app takes one.
 */
export const recipeNames = readdirSync(join(root, "demo/recipes")).filter(
  (name) =>
    !/^(quick-start|rate-limits|libsql|postgresql|mysql|cockroachdb|sqlserver|mongodb|testing|move-.*)$/.test(
      name,
    ),
)

/** What a recipe is built on: Drizzle's `auth.ts` needs the files of a database. */
const before: Record<string, string[]> = { drizzle: ["drizzle-sqlite"] }

/** The starter with one recipe, and with what it requires. */
export async function starterWith(recipe: string): Promise<Files> {
  if (Object.hasOwn(extras, recipe))
    return starter("sqlite", {
      signIn: limitsOf(recipe).signIn?.[0] ?? "built-in",
      extras: withRequired([recipe]),
    })
  const folders = [...(before[recipe] ?? []), recipe]
  let files = new Map(await starter("sqlite"))
  if (recipe.startsWith("drizzle"))
    for (const path of [...files.keys()].filter((one) => /^prisma/.test(one))) files.delete(path)
  for (const folder of folders) {
    const added = textsIn(`demo/recipes/${folder}`)
    const changes: unknown = JSON.parse(added.get("recipe.json") ?? "{}")
    const isOfReader = ([path]: [string, string]) =>
      !/^(recipe\.json|generated\/|migrations\/)/.test(path)
    files = applyRecipe(
      files,
      changes as Parameters<typeof applyRecipe>[1],
      new Map([...added].filter(isOfReader)),
    )
  }
  return files
}

/** What who follows the quick start has at its end. */
export function quickStart(): Files {
  const folder = textsIn("demo/recipes/quick-start")
  folder.set("package.json", read("demo/starter/package.json"))
  return folder
}

/** An app that a reader has before they open the guide. */
function existing({ name, commands }: ExistingApp): Map<string, string> {
  const files = textsIn(`tests/reader/apps/${name}`)
  const installed = commands.join(" ").matchAll(/(?<=\s)(@?[\w/-]+)@(\d[\w.-]*)/g)
  const dependencies = Object.fromEntries(
    Array.from(installed, ([, name = "", version = ""]) => [name, version]),
  )
  files.set("package.json", JSON.stringify({ dependencies }, null, 2))
  return files
}

/** With what /existing-app adds: the provider, the flag, the table and two packages. */
function withPasskeys(files: Map<string, string>, database: string): Files {
  const edit = (path: string, find: RegExp, replace: string) => {
    const before = files.get(path) ?? ""
    const after = before.replace(find, replace)
    if (after === before) throw new Error(`${path} has no ${find}.`)
    files.set(path, after)
  }
  edit("auth.ts", /import NextAuth .*\n/, '$&import Passkey from "next-auth/providers/passkey"\n')
  edit(
    "auth.ts",
    /( +)providers: \[\n/,
    "$1experimental: { enableWebAuthn: true },\n$&    Passkey,\n",
  )
  edit("prisma/schema.prisma", /model User \{\n/, "$&  authenticators Authenticator[]\n")
  if (database === "mysql")
    edit(
      "prisma/schema.prisma",
      /providerAccountId String\n/,
      "providerAccountId String @db.VarChar(1364)\n",
    )
  const [authenticator = ""] =
    /model Authenticator \{[^]*?\n\}\n/.exec(read(`prisma/${database}/schema.prisma`)) ?? []
  edit("prisma/schema.prisma", /$/, `\n${authenticator}`)
  edit("package.json", /"dependencies": \{\n/, '$&    "@simplewebauthn/server": "9.0.3",\n')
  return files
}

export const existingApps = {
  "passwords and links": () => existing(passwordsAndLinks("")),
  "passwords and links, with passkeys": () =>
    withPasskeys(existing(passwordsAndLinks("")), "postgresql"),
  "pushed database": () => existing(pushedDatabase("")),
  "pushed database, with passkeys": () => withPasskeys(existing(pushedDatabase("")), "mysql"),
}
