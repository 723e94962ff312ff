import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, test } from "vitest"
import { extras, worksWith } from "../../demo/live/download/starter-options"
import { starterFiles } from "../../demo/live/server/starter-zip/starter-files"
import { withMoves } from "../../scripts/generate-for-moves"
import { root } from "../../scripts/root"
import { typeCheckApp } from "../support/type-check-app"

const choices = { database: "sqlite", packageManager: "npm", signIn: "custom", session: "database" }

// `next build` checks them too, in the app of a reader whose tables have an extra's columns.
test("the scripts of the moves type-check beside every extra", { timeout: 120_000 }, async () => {
  const names = Object.keys(extras).filter((name) => worksWith(name, choices))
  const files = await starterFiles(root, { ...choices, extras: names })
  const schema = files.get("prisma/schema.prisma") ?? ""
  expect(schema).toContain("lastUsedAt")
  files.set("prisma/schema.prisma", await withMoves(schema, "sqlite"))
  for (const move of [
    "move-to-better-auth",
    "move-to-simplewebauthn",
    "move-from-simplewebauthn",
  ]) {
    const folder = join(root, "demo/recipes", move, "moving")
    // Beside each other, and as far from the generated client as in a reader's app.
    for (const name of await readdir(folder))
      files.set(`${move}/${name}`, await readFile(join(folder, name), "utf8"))
  }
  expect(await typeCheckApp(files)).toEqual([])
})

// A reader who has that recipe would lose its file, and `auth.ts` would import another one.
test("the files that a move adds to an app have names that no other recipe has", async () => {
  const recipes = join(root, "demo/recipes")
  const filesIn = async (recipe: string) =>
    (await readdir(join(recipes, recipe), { recursive: true })).filter((path) =>
      /^(app|passkeys)\/.*\.tsx?$/.test(path),
    )
  for (const move of ["move-to-better-auth", "move-to-simplewebauthn"]) {
    const others = (await readdir(recipes)).filter((recipe) => recipe !== move)
    const taken = new Set((await Promise.all(others.map(filesIn))).flat())
    expect((await filesIn(move)).filter((path) => taken.has(path))).toEqual([])
  }
})
