import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { cacheVersion, withoutServerReferenceSalt } from "./cache-version.mjs"

let root: string

const write = (name: string, text: string) => writeFileSync(join(root, name), text)
const version = () => cacheVersion(root, ["config.mjs", "package-lock.json"])

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cache-version-"))
  write("config.mjs", 'import { a } from "./a.mjs"\nimport "a-package"\n')
  write("a.mjs", 'export { b as a } from "./b.mjs"\n')
  // A circle of imports ends.
  write("b.mjs", 'import "./a.mjs"\n/** @type {import("./missing").C} */\nexport const b = 1\n')
  write("package-lock.json", "{}")
  write("other.mjs", "")
})
afterEach(() => rmSync(root, { recursive: true }))

test.each(["config.mjs", "a.mjs", "b.mjs", "package-lock.json"])(
  "it changes with %s",
  async (name) => {
    const before = await version()
    expect(await version()).toBe(before)
    write(name, "// Changed.\n")
    expect(await version()).not.toBe(before)
  },
)

test("of what Next.js puts into the version, only the key for Server Functions is left out", () => {
  const version = (salt: string) => `/next|16.4.6|{"a":1,"serverReferenceHashSalt":"${salt}","b":2}`
  expect(withoutServerReferenceSalt(version("MTIz+/="))).toBe('/next|16.4.6|{"a":1,"b":2}')
})

test("it stays if another file changes", async () => {
  const before = await version()
  write("other.mjs", "// Changed.\n")
  expect(await version()).toBe(before)
})

test("an import that's missing is an error", async () => {
  write("a.mjs", 'import "./missing.mjs"\n')
  await expect(version()).rejects.toThrow("missing.mjs")
})
