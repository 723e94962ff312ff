import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { quote } from "../../plugins/quote.mjs"
import { root } from "../../scripts/root"

const page = readFileSync(join(root, "pages/drizzle.mdx"), "utf8")

/** The names that a text imports from a module. */
function importedFrom(module: string, text: string): string[] {
  const pattern = new RegExp(`import \\{([^}]*)\\} from "${module}"`)
  const [, names = ""] = pattern.exec(text) ?? []
  return names.split(",").flatMap((name) => name.trim() || [])
}

const modules = {
  sqlite: "drizzle-orm/sqlite-core",
  postgresql: "drizzle-orm/pg-core",
  mysql: "drizzle-orm/mysql-core",
}

// Readers who have a schema copy only the table of passkeys: its file has more imports.
describe.each(Object.entries(modules))("for %s, /drizzle shows", (database, module) => {
  test("the imports of the table, and no others", () => {
    const file = `demo/recipes/drizzle-${database}/schema.ts`
    const section = page.slice(page.indexOf("### The table"), page.indexOf("### The migration"))
    const code = quote("drizzle", section, root)
      .quotations.filter((quotation) => quotation.file === file)
      .map(({ text }) => text)
      .join("\n")
      .replace(/\/\/.*/g, "")
    const known = importedFrom(module, readFileSync(join(root, file), "utf8"))
    const needed = known.filter((name) => new RegExp(`\\b${name}[(<]`).test(code))
    expect(needed).not.toEqual([])
    expect(importedFrom(module, section)).toEqual(needed)
  })
})
