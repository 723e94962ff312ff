import { expect, test } from "vitest"
import type { Section } from "./load-sections"
import { changesFor, optionsOf, variantsOf } from "./variants"

const section: Section = {
  address: "/install",
  page: "Install",
  heading: "",
  pieces: [
    { text: "For all. " },
    { text: "Not for MongoDB.", for: { database: ["sqlite", "postgresql"] } },
    { text: "npm i", isCode: true, for: { packageManager: ["npm"] } },
  ],
}

const chosen = { database: "sqlite", packageManager: "npm" }

test("a section has as many variants as it has different texts", () => {
  const variants = variantsOf(section)
  expect(variants.map(({ prose, code }) => [prose, code])).toEqual([
    ["For all. Not for MongoDB.", "npm i"],
    ["For all. Not for MongoDB.", ""],
    ["For all. ", "npm i"],
    ["For all. ", ""],
  ])
  expect(variantsOf({ ...section, pieces: [{ text: "For all." }] })).toHaveLength(1)
})

test("the change that shows a variant is the smallest one", () => {
  const changes = variantsOf(section).map((variant) => changesFor(variant, chosen, []))
  expect(changes).toEqual([
    {},
    { packageManager: "pnpm" },
    { database: "mysql" },
    { database: "mysql", packageManager: "pnpm" },
  ])
  const words = ["postgresql", "bun"]
  expect(changesFor(variantsOf(section)[3]!, chosen, words)).toEqual({
    database: "mysql",
    packageManager: "bun",
  })
})

test("a section whose heading is for some options has no variant for the others", () => {
  const variants = variantsOf({ ...section, for: { database: ["mongodb"] } })
  expect(variants.map(optionsOf)).toEqual([
    ["MongoDB", "npm"],
    ["MongoDB", "pnpm", "Yarn", "Bun"],
  ])
  expect(changesFor(variants[0]!, chosen, [])).toEqual({ database: "mongodb" })
})
