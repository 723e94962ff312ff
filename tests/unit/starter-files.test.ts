import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { valuesOf } from "../../components/choices"
import {
  defaultExtras,
  extras,
  starterValues,
  withRequired,
  worksWith,
} from "../../demo/live/download/starter-options"
import { applyRecipe, type Recipe } from "../../demo/live/server/starter-zip/apply-recipe.mjs"
import {
  starterChoices,
  type StarterChoices,
} from "../../demo/live/server/starter-zip/starter-choices"
import { starterFiles } from "../../demo/live/server/starter-zip/starter-files"
import { generate } from "../../scripts/generate"
import { root } from "../../scripts/root"
import { missingImports } from "../reader/missing-imports"
import { typeCheckApp } from "../support/type-check-app"

const timeout = 120_000

beforeAll(generate, timeout)

const names = Object.keys(extras)

/** None, each, each pair, and all, with what they require: an extra knows nothing of a third one. */
const subsets = [
  [],
  ...names.map((name) => [name]),
  ...names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other])),
  names,
].map(withRequired)

const usual = { database: "sqlite", packageManager: "npm", signIn: "custom", session: "database" }

/** All subsets that work with a sign-in page and a kind of sessions. */
function combinationsOf(database: string): StarterChoices[] {
  const combinations = starterValues.signIn.flatMap((signIn) =>
    starterValues.session.flatMap((session) =>
      subsets.map((chosen) => ({ ...usual, database, signIn, session, extras: chosen })),
    ),
  )
  const possible = combinations.filter((choices) =>
    choices.extras.every((name) => worksWith(name, choices)),
  )
  return [...new Map(possible.map((choices) => [JSON.stringify(choices), choices])).values()]
}

/** All that can be taken with a database. */
const everything = (database: string, choices: Partial<StarterChoices> = {}): StarterChoices => ({
  ...usual,
  database,
  extras: names.filter((name) => worksWith(name, { ...usual, database })),
  ...choices,
})

/**
 * One app with every variant of each file that some choices make, beside the file:
 * `app/page-3.tsx`. What it imports is in the app as well.
 */
async function withAllVariants(database: string) {
  const app = await starterFiles(root, everything(database))
  const variants = new Map<string, Set<string>>()
  for (const choices of combinationsOf(database)) {
    const files = await starterFiles(root, choices)
    expect([choices, missingImports(files, files.keys())]).toEqual([choices, []])
    for (const [path, text] of files)
      if (/\.tsx?$/.test(path)) variants.set(path, (variants.get(path) ?? new Set()).add(text))
  }
  for (const [path, texts] of variants) {
    if (!app.has(path)) app.set(path, [...texts][0] ?? "")
    for (const [index, text] of [...texts].entries())
      if (text !== app.get(path)) app.set(path.replace(/(\.tsx?)$/, `-${index}$1`), text)
  }
  return { app, variants }
}

test(
  "every choice of extras, sign-in page and sessions has what it imports, and type-checks",
  {
    timeout,
  },
  async () => {
    const { app, variants } = await withAllVariants("sqlite")
    const count = (path: string) => variants.get(path)?.size
    // Without it, signals and step-up would be chosen in vain.
    expect(count("app/settings/page.tsx")).toBe(4)
    expect(count("passkeys/signaling-passkeys.tsx")).toBe(2)
    expect(count("app/api/auth/[...nextauth]/route.ts")).toBe(4)
    expect(count("auth.ts")).toBeGreaterThan(100)
    expect(await typeCheckApp(app, "demo/starter")).toEqual([])
  },
)

// What else they differ in is among the variants above. Prisma 6, which MongoDB needs, cannot be installed
// beside Prisma 7.
test.each(valuesOf("database").filter((database) => !["sqlite", "mongodb"].includes(database)))(
  "for %s, everything has what it imports, and type-checks",
  { timeout },
  async (database) => {
    const files = await starterFiles(root, everything(database))
    expect(missingImports(files, files.keys())).toEqual([])
    expect(await typeCheckApp(files, `demo/recipes/${database}`)).toEqual([])
  },
)

test("for MongoDB, everything has what it imports", async () => {
  const files = await starterFiles(root, everything("mongodb"))
  expect(missingImports(files, files.keys())).toEqual([])
  expect(files.has("passkeys/step-up.ts")).toBe(false)
})

describe("choices", () => {
  test.each(names)("%s can be chosen with what it requires, in any order", (name) => {
    const chosen = withRequired([name])
    const database = valuesOf("database").find((one) => worksWith(name, { database: one }))
    const of = (extras: string[]) => starterChoices.parse({ database, extras: extras.join(",") })
    expect(of(chosen).extras).toEqual(chosen)
    expect(of(chosen.toReversed())).toEqual(of(chosen))
  })

  test("an extra that there isn't is refused", () => {
    expect(starterChoices.safeParse({ extras: "faster" }).success).toBe(false)
    expect(starterChoices.safeParse({ extras: "constructor" }).success).toBe(false)
  })

  test("without a choice, nothing is there that adds pages or that needs a server of its own", () => {
    expect(starterChoices.parse({}).extras).toEqual(defaultExtras)
    expect(starterChoices.parse({ signIn: "built-in" }).extras).toEqual(defaultExtras)
  })
})

test("the quick start with the usual extras type-checks", { timeout }, async () => {
  const app = await starterFiles(root, everything("sqlite", { extras: defaultExtras }))
  const quickStart = join(root, "demo/recipes/quick-start")
  let files = new Map<string, string>()
  for (const path of ["auth.ts", "prisma/schema.prisma"])
    files.set(path, await readFile(join(quickStart, path), "utf8"))
  for (const name of defaultExtras.filter((name) => name !== "sqlite-client")) {
    const json = await readFile(join(root, "demo/recipes", name, "recipe.json"), "utf8")
    const { edits } = JSON.parse(json) as Recipe
    files = applyRecipe(files, { edits })
  }
  const needed =
    /^passkeys\/(conditional-create|passkey-details|verification|s)|^auth-logger|^tsconfig|^app\/api/
  for (const path of app.keys()) if (needed.test(path)) files.set(path, app.get(path) ?? "")
  // Its own client has no tables of extras.
  expect(await typeCheckApp(files)).toEqual([])
})
