import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { quote } from "../../plugins/quote.mjs"
import { root } from "../../scripts/root"

const page = readFileSync(join(root, "pages/drizzle.mdx"), "utf8")

/** The names that a file imports from a module. */
function importedFrom(module: string, text: string): string[] {
  const pattern = new RegExp(`import \\{([^}]*)\\} from "${module}"`)
  const [, names = ""] = pattern.exec(text) ?? []
  return names.split(",").flatMap((name) => name.trim() || [])
}

/** The names that the page says the table uses, as in "It uses `a` and `b` from `module`". */
function namedOnPage(module: string): string[] {
  const [, names = ""] = new RegExp(`It uses ([^.]*) from \`${module}\``).exec(page) ?? []
  return [...names.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name)
}

const modules = {
  sqlite: "drizzle-orm/sqlite-core",
  postgresql: "drizzle-orm/pg-core",
  mysql: "drizzle-orm/mysql-core",
}

// Readers who have a schema copy only the table of passkeys: its file has more imports.
test.each(Object.entries(modules))(
  "/drizzle names the imports of %s's table",
  (database, module) => {
    const file = `demo/recipes/drizzle-${database}/schema.ts`
    const source = readFileSync(join(root, file), "utf8")
    const regions = database === "mysql" ? ["authenticators", "credentialId"] : ["authenticators"]
    const fences = regions.map((region) => `\`\`\`ts file="${file}#${region}"\n\`\`\`\n`)
    const code = quote("drizzle", fences.join("\n"), root)
      .quotations.map(({ text }) => text)
      .join("\n")
      .replace(/\/\/.*/g, "")
    const needed = importedFrom(module, source).filter((name) =>
      new RegExp(`\\b${name}[(<]`).test(code),
    )
    expect(needed.length).toBeGreaterThan(3)
    expect(namedOnPage(module)).toEqual(needed)
  },
)
