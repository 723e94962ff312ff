import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { defaultExtras } from "../../demo/live/download/starter-options"
import { applyRecipe } from "../../demo/live/server/starter-zip/apply-recipe.mjs"
import { expandRecipes } from "../../plugins/recipes.mjs"
import { root } from "../../scripts/root"
import { applyEdit } from "./apply-edit"

const read = (path: string) => readFileSync(join(root, path), "utf8")
const recipeOf = (name: string) => JSON.parse(read(`demo/recipes/${name}/recipe.json`))

/** The diffs in a page, as a reader applies them. */
const diffsIn = (page: string) =>
  Array.from(page.matchAll(/^```diff[^\n]*\n([^]*?)^```$/gm), ([, diff = ""]) => diff)

describe.each(["demo/starter", "demo/recipes/quick-start"])("in %s", (app) => {
  const source = read(`${app}/auth.ts`)
  const names = [...defaultExtras, "custom-sign-in-page", "jwt-sessions"].filter(
    (name) => recipeOf(name).edits["auth.ts"],
  )

  test.each(names)("the diffs of %s make what the recipe makes", (name) => {
    const page = expandRecipes("page", `\`\`\`diff recipe="${name}" edit="auth.ts"\n\`\`\``, root)
    const edited = diffsIn(page).reduce(applyEdit, source)
    const { edits } = recipeOf(name)
    const recipe = { edits: { "auth.ts": edits["auth.ts"] } }
    const assembled = applyRecipe(new Map([["auth.ts", source]]), recipe).get("auth.ts")
    expect(edited).toBe(assembled)
    expect(edited).not.toBe(source)
  })
})
