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

test("lists a file for those readers only who save it", () => {
  const page = [
    '<Choice database="sqlite">\n\n```ts filename="a.ts" save\n```\n\n</Choice>',
    '<Choice except="sqlite mongodb">\n\n```ts filename="b.ts" save\n```\n\n</Choice>',
    '<Choice packageManager="npm">\n\n```sh run writes="c.json d.json"\n```\n\n</Choice>',
    '<Choice packageManager="bun">\n\n```sh run writes="c.json"\n```\n\n</Choice>',
    '```diff edit="d.json"\n+1\n```',
    "<Files />",
  ].join("\n\n")
  const list = mark(page).slice(mark(page).indexOf("<ul"))
  expect(list.match(/<li.*<\/li>/g)).toEqual([
    '<li className="choice" data-database="sqlite"><code>{"a.ts"}</code></li>',
    '<li className="choice" data-database="postgresql mysql cockroachdb sqlserver"><code>{"b.ts"}</code></li>',
    '<li className="choice" data-package-manager="npm bun"><code>{"c.json"}</code></li>',
    '<li><code>{"d.json"}</code></li>',
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
