import { expect, test } from "vitest"
import { markSteps } from "./steps.mjs"

const mark = (source: string) => markSteps("pages/page.mdx", source)

test("marks a command, what it prints, a file and an edit", () => {
  expect(mark("```sh run background\nnpm run dev\n```")).toBe(
    '<div data-command="" data-background="">\n\n```sh\nnpm run dev\n```\n\n</div>',
  )
  expect(mark("```text expect\nReady\n```")).toBe(
    '<div data-expect="">\n\n```text copy=false\nReady\n```\n\n</div>',
  )
  expect(mark('```ts filename="auth.ts" save {1}\nexport {}\n```')).toBe(
    '<div data-file="auth.ts">\n\n```ts filename="auth.ts" {1}\nexport {}\n```\n\n</div>',
  )
  expect(mark('```ts filename="app/page.tsx" save or="app/b/page.tsx"\nexport {}\n```')).toBe(
    '<div data-file="app/page.tsx" data-file-if-taken="app/b/page.tsx">\n\n```ts filename="app/page.tsx"\nexport {}\n```\n\n</div>',
  )
  expect(mark('```prisma filename="prisma/schema.prisma" append\nmodel A {}\n```')).toBe(
    '<div data-append="prisma/schema.prisma">\n\n```prisma filename="prisma/schema.prisma"\nmodel A {}\n```\n\n</div>',
  )
  expect(mark('```diff edit=".gitignore"\n+/generated\n```')).toBe(
    '<div data-edit=".gitignore">\n\n```diff filename=".gitignore" copy=false\n+/generated\n```\n\n</div>',
  )
})

test("lists what the steps create and change, each file once", () => {
  const page = [
    '```sh run writes=".env dev.db"\nnode -e ""\n```',
    '```ts filename="app/[id]/page.tsx" save\nexport {}\n```',
    '```diff edit="package.json"\n+1\n```',
    '```diff edit="package.json"\n+2\n```',
    "<Files />",
  ].join("\n\n")
  const list = mark(page).slice(mark(page).indexOf("<ul"))
  expect(list.match(/<li>.*<\/li>/g)).toEqual([
    '<li><code>{".env"}</code></li>',
    '<li><code>{"app/[id]/page.tsx"}</code></li>',
    '<li><code>{"dev.db"}</code></li>',
    '<li><code>{"package.json"}</code></li>',
  ])
})

test("lists a file for those whose choices show one of its steps", () => {
  const step = (file: string) => `\`\`\`sh run writes="${file}"\nls\n\`\`\``
  const page = [
    `<Choice database="sqlite">\n\n${step("dev.db .env")}\n\n</Choice>`,
    `<Choice except="sqlite mongodb">\n\n${step(".env")}\n\n</Choice>`,
    ...["npm", "pnpm", "yarn", "bun"].map(
      (name) => `<Choice packageManager="${name}">\n\n${step("generated")}\n\n</Choice>`,
    ),
    `Prose <Choice inline database="mysql">for some</Choice>.\n\n${step("auth.ts")}`,
    "<Files />",
  ].join("\n\n")
  const list = mark(page).slice(mark(page).indexOf("<ul"))
  expect(list.split("\n").slice(1, -1)).toEqual([
    '<Choice as="li" database="sqlite postgresql mysql cockroachdb sqlserver"><code>{".env"}</code></Choice>',
    '<li><code>{"auth.ts"}</code></li>',
    '<Choice as="li" database="sqlite"><code>{"dev.db"}</code></Choice>',
    '<li><code>{"generated"}</code></li>',
  ])
})

test("leaves a page without steps as it is", () => {
  const page = '```ts filename="auth.ts"\nexport {}\n```\n'
  expect(mark(page)).toBe(page)
})

test("refuses code in a page with steps that is neither a step nor explained", () => {
  const step = "```sh run\nnpm run dev\n```\n\n"
  expect(() => mark(`${step}\`\`\`ts\nauth()\n\`\`\``)).toThrow(
    "pages/page.mdx has steps, and code that is neither a step nor explained: auth()",
  )
  expect(mark(`${step}\`\`\`ts explained\nauth()\n\`\`\``)).toContain('<div data-explained="">')
})
