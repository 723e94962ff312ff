import { describe, expect, test } from "vitest"
import { valuesOf } from "../../../components/choices"
import { allExtras, existingApps, quickStart, recipeNames, starter, starterWith } from "./apps"
import { examine } from "./examine"

const address = "https://app.example.com"
const nothing = { findings: [], unread: [] }

describe("the doctor finds nothing in", () => {
  test.each(valuesOf("database"))(
    "the starter on %s, core and with all extras",
    async (database) => {
      expect(examine(await starter(database), { address, authUrl: address })).toMatchObject(nothing)
      const extras = await starter(database, allExtras(database))
      expect(examine(extras, { address, authUrl: `${address}/` })).toMatchObject(nothing)
    },
  )

  test.each(recipeNames)("the starter with the recipe %s", async (name) => {
    const files = await starterWith(name)
    expect(examine(files, { authUrl: address })).toMatchObject(nothing)
  })

  test("the quick start", () => {
    expect(examine(quickStart())).toMatchObject(nothing)
  })

  test.each(Object.entries(existingApps))("an app that readers have: %s", (_, files) => {
    expect(examine(files())).toMatchObject(nothing)
  })
})

test("it reads all that these apps have", async () => {
  const { read } = examine(await starter("mysql", allExtras("mysql")))
  for (const path of ["auth.ts", "prisma/schema.prisma", "package.json"])
    expect(read).toContain(path)
  expect(read.filter((path) => path.endsWith(".sql")).length).toBeGreaterThan(2)
})
