import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { format, resolveConfig } from "prettier"
import { describe, expect, test } from "vitest"
import { defaultExtras } from "../../demo/live/download/starter-options"
import { applyRecipe } from "../../demo/live/server/starter-zip/apply-recipe.mjs"
import { starterFiles } from "../../demo/live/server/starter-zip/starter-files"
import { root } from "../../scripts/root"

const read = (path: string) => readFileSync(join(root, path), "utf8")

const usualExtras = starterFiles(root, {
  database: "sqlite",
  packageManager: "npm",
  signIn: "built-in",
  session: "database",
  extras: defaultExtras,
})

describe("what the live demo runs is the starter with its usual extras", () => {
  test.each([
    ["auth.ts", "demo/live/server/auth.ts"],
    ["prisma.ts", "demo/live/server/prisma.ts"],
  ])("%s", async (path, live) => {
    // The demo's files are elsewhere, and lines that an edit made longer are broken.
    const text = (await usualExtras).get(path)?.replaceAll(`from "./`, `from "@/`) ?? ""
    const options = await resolveConfig(join(root, live))
    expect(read(live)).toBe(await format(text, { ...options, filepath: live }))
  })
})

/** Extras of /security that the download doesn't offer: its app has nothing for them to do. */
const guards = ["private-addresses", "strict-sign-in", "verified-address"]

test.each([...defaultExtras, ...guards])(
  "%s is one file, and two lines of auth.ts at most",
  (name) => {
    const folder = join(root, "demo/recipes", name)
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    const isCode = /\.tsx?$/
    expect(files.filter((file) => file.isFile() && isCode.test(file.name))).toHaveLength(1)
    const core = new Map([
      ["auth.ts", read("demo/starter/auth.ts")],
      ["prisma.ts", read("demo/starter/prisma.ts")],
      ["prisma/schema.prisma", read("prisma/sqlite/schema.prisma")],
    ])
    const before = core.get("auth.ts")?.split("\n") ?? []
    const after = applyRecipe(core, JSON.parse(read(`demo/recipes/${name}/recipe.json`)))
    const lines = after.get("auth.ts")?.split("\n") ?? []
    expect(lines.filter((line) => !before.includes(line)).length).toBeLessThanOrEqual(2)
  },
)

test("an edit whose text is not there once is refused", () => {
  const edit = (text: string) =>
    applyRecipe(new Map([["a.ts", text]]), { edits: { "a.ts": [["b", "c"]] } })
  expect(edit("abc").get("a.ts")).toBe("acc")
  expect(() => edit("a")).toThrow("a.ts has this 0 times, instead of once: b")
  expect(() => edit("bb")).toThrow("a.ts has this 2 times, instead of once: b")
})
