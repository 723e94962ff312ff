import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { quote, readerPath } from "./quote.mjs"

const root = mkdtempSync(join(tmpdir(), "quote-"))
mkdirSync(join(root, "demo/starter"), { recursive: true })
mkdirSync(join(root, "prisma/sqlite"), { recursive: true })
const source = `import a from "a"

/** What b is. */
export const b = a + 1

export function c() {
  return "\`\`\`"
}

export const { d, e } = a
`
writeFileSync(join(root, "demo/starter/a.ts"), source)
writeFileSync(
  join(root, "prisma/sqlite/schema.prisma"),
  "model User {\n  id Int\n}\n\nmodel Key {\n  id Int\n}\n",
)

const page = (fence: string) =>
  quote("pages/p.mdx", `Before.\n\n${fence}\n\nAfter.\n`, root).content
const fence = (meta: string, body = "") => `\`\`\`ts ${meta}\n${body}\`\`\``

test("quotes a whole file, byte for byte, under the path it has for the reader", () => {
  const expected = `\`\`\`ts filename="a.ts"\n${source.trimEnd()}\n\`\`\``
  expect(page(fence('file="demo/starter/a.ts"'))).toBe(`Before.\n\n${expected}\n\nAfter.\n`)
})

test("gives the code the name that the fence says", () => {
  expect(page(fence('filename="b.ts" file="demo/starter/a.ts#d" save'))).toContain(
    '```ts filename="b.ts" save\nexport const { d, e } = a\n```',
  )
})

test("quotes a declaration with the comment above it", () => {
  expect(page(fence('file="demo/starter/a.ts#b"'))).toContain(
    'filename="a.ts"\n/** What b is. */\nexport const b = a + 1\n```',
  )
  expect(page(fence('file="demo/starter/a.ts#d"'))).toContain("\nexport const { d, e } = a\n")
})

test("quotes a block of a Prisma schema", () => {
  expect(page(fence('file="prisma/sqlite/schema.prisma#Key"'))).toContain(
    'filename="prisma/schema.prisma"\nmodel Key {\n  id Int\n}\n```',
  )
})

test("quotes one variable of an environment file, under the name that the reader's has", () => {
  const environment = "# A secret.\nAUTH_SECRET=\nDATABASE_URL=file:./dev.db\n"
  writeFileSync(join(root, "demo/starter/.env.example"), environment)
  expect(page(fence('file="demo/starter/.env.example#DATABASE_URL"'))).toContain(
    'filename=".env"\nDATABASE_URL=file:./dev.db\n```',
  )
  expect(page(fence('file="demo/starter/.env.example#AUTH_SECRET"'))).toContain(
    'filename=".env"\n# A secret.\nAUTH_SECRET=\n```',
  )
})

test("highlights the lines that contain a text", () => {
  expect(page(fence('file="demo/starter/a.ts" highlight="import|a + 1"'))).toContain(
    '```ts filename="a.ts" {1,4}\n',
  )
})

test("keeps the indentation of a fence in a list", () => {
  const { content } = quote("p", '- Item\n\n  ```ts file="demo/starter/a.ts#b"\n  ```\n', root)
  expect(content).toContain('\n  ```ts filename="a.ts"\n  /** What b is. */\n  export const b')
})

test.each([
  ['file="demo/starter/none.ts"', "pages/p.mdx: there is no file demo/starter/none.ts to quote"],
  ['file="package.json"', "pages/p.mdx: there is no file package.json to quote"],
  ['file="demo/starter/../../x"', "there is no file"],
  [
    'file="demo/starter/a.ts#z"',
    "pages/p.mdx: demo/starter/a.ts has no region z. It has: b, c, d, e.",
  ],
  ['file="demo/starter/a.ts" highlight="zzz"', "has no line with zzz to highlight"],
])("fails on %s, and names page, file and region", (meta, message) => {
  expect(() => page(fence(meta))).toThrow(message)
})

test("fails on a quoting fence that has code of its own", () => {
  expect(() => page(fence('file="demo/starter/a.ts"', "let x\n"))).toThrow("has code of its own")
})

test("leaves other fences alone", () => {
  expect(page("```sh\nls\n```")).toBe("Before.\n\n```sh\nls\n```\n\nAfter.\n")
})

test.each([
  ["demo/starter/app/page.tsx", "app/page.tsx"],
  ["demo/recipes/postgresql/prisma.ts", "prisma.ts"],
  ["prisma/postgresql/migrations/1/migration.sql", "prisma/migrations/1/migration.sql"],
])("%s is %s in the reader's app", (file, expected) => {
  expect(readerPath(file)).toBe(expected)
})
