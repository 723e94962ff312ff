import { expect, test } from "vitest"
import { parsePage } from "./parse-page.mjs"
import { renderPage } from "./render-page.mjs"

const frontMatter = "---\ntitle: Page\ndescription: What it gives.\n---\n\n# Page\n\n"

/** A page's text below what it says about itself. */
function render(mdx: string, chosen: Record<string, string> = {}) {
  const text = renderPage(parsePage("pages/folder/page.mdx", frontMatter + mdx), chosen)
  return text.split("\n\n").slice(2).join("\n\n").trimEnd()
}

test("begins with the title, the description, the address and the choices", () => {
  const page = parsePage("pages/database/index.mdx", `${frontMatter}Text.\n`)
  expect(renderPage(page, { database: "mysql", packageManager: "pnpm" })).toBe(
    [
      "# Page\n",
      "> What it gives.",
      ">",
      "> From <https://origin.invalid/database>, for MySQL or MariaDB with pnpm.\n",
      "Text.\n",
    ].join("\n"),
  )
})

test.each([
  ["pages/index.mdx", "/"],
  ["pages/install.mdx", "/install"],
  ["pages/database/index.mdx", "/database"],
  ["pages/database/from-scratch.mdx", "/database/from-scratch"],
])("the address of %s is %s", (path, address) => {
  expect(parsePage(path, frontMatter).address).toBe(address)
})

test("code that is explained is below the path of its file", () => {
  const mdx =
    '<div data-explained="">\n\n```ts filename="auth.ts" {1}\nconst a = `<b>`\n```\n\n</div>'
  expect(render(mdx)).toBe("`auth.ts`:\n\n```ts\nconst a = `<b>`\n```")
})

test.each([
  ['data-command=""', "Run:"],
  ['data-command="" data-background=""', "Run, and leave it running:"],
  ['data-file="a.ts"', "Save as `a.ts`:"],
  [
    'data-file="a.ts" data-file-if-taken="b.ts"',
    "Save as `a.ts`, or as `b.ts` if you have that file:",
  ],
  ['data-append="a.ts"', "Add at the end of `a.ts`:"],
  ['data-edit="a.ts"', "Change `a.ts`:"],
])("what a reader does with code is said above it: %s", (attributes, sentence) => {
  const mdx = `<div ${attributes}>\n\n\`\`\`ts filename="a.ts"\n1\n\`\`\`\n\n</div>`
  expect(render(mdx)).toBe(`${sentence}\n\n\`\`\`ts\n1\n\`\`\``)
})

test("code that contains a fence has a longer one", () => {
  expect(render("````md\n```ts\n```\n````")).toBe("````md\n```ts\n```\n````")
})

test("what a command prints is called output", () => {
  const mdx = '<div data-expect="">\n\n```text copy=false\nDone\n```\n\n</div>'
  expect(render(mdx)).toBe("Output:\n\n```text\nDone\n```")
})

test("a variant shows for its choice only", () => {
  const mdx = [
    'For <Choice inline database="sqlite">SQLite</Choice><Choice inline database="mysql">MySQL</Choice>.',
    '<Choice except="mysql">\n\nNot MySQL.\n\n</Choice>',
    '<Choice database="mysql">**On** a line.</Choice>',
  ].join("\n\n")
  expect(render(mdx, { database: "sqlite" })).toBe("For SQLite.\n\nNot MySQL.")
  expect(render(mdx, { database: "mysql" })).toBe("For MySQL.\n\n**On** a line.")
})

test("a list goes on after a variant of it, and loses no item", () => {
  const mdx = '- one\n\n<Choice database="sqlite">\n\n- two\n\n</Choice>\n\n- three'
  expect(render(mdx, { database: "sqlite" })).toBe("- one\n- two\n- three")
  expect(render(mdx, { database: "mysql" })).toBe("- one\n- three")
})

test("the list of files has those of the choice, as they are written", () => {
  const mdx =
    '<ul data-files="" className="files">\n<Choice as="li" database="mysql"><code>{"a.ts"}</code></Choice>\n<li><code>{"[...b].ts"}</code></li>\n</ul>'
  expect(render(mdx, { database: "sqlite" })).toBe("- `[...b].ts`")
  expect(render(mdx, { database: "mysql" })).toBe("- `a.ts`\n- `[...b].ts`")
})

test("steps are numbered, and headings lose their ids", () => {
  const mdx =
    '<div className="steps">\n\n## Do [#do-it]\n\n### Part\n\n## Then\n\n</div>\n\n## After'
  expect(render(mdx)).toBe("## 1. Do\n\n### Part\n\n## 2. Then\n\n## After")
})

test("a callout is a quotation with its name", () => {
  expect(render('<Callout type="warning">\nCareful.\n</Callout>')).toBe(
    "> **Warning**\n>\n> Careful.",
  )
})

test("links are absolute", () => {
  const mdx = "[a](#here) [b](/install#c) [d](https://example.com/) [e][f]\n\n[f]: /g"
  expect(render(mdx)).toBe(
    "[a](https://origin.invalid/folder/page#here) [b](https://origin.invalid/install#c) [d](https://example.com/) [e][f]\n\n[f]: https://origin.invalid/g",
  )
})

test("the line about tests is text with a link", () => {
  expect(render('<p className="verified">On it. <a href="/x#y">All</a></p>')).toBe(
    "On it. [All](https://origin.invalid/x#y)",
  )
})

test("text that would be HTML in Markdown stays text", () => {
  expect(render("Use \\<name> and `<b>`.")).toBe("Use \\<name> and `<b>`.")
})

const withMessage: [string, string, string][] = [
  ["a component", "<Chart />", "pages/folder/page.mdx, line 8"],
  ["a component in a sentence", "See <Chart />.", "<Chart> has no form in Markdown"],
  ["a fragment", "<>a</>", "<> has no form in Markdown"],
  ["an element", "<video />", "<video> has no form in Markdown"],
  ["an expression", "{1 + 1}", "{1 + 1} has no form in Markdown"],
  ["an export", "export const a = 1", "This export has no form in Markdown"],
  ["a footnote", "a[^1]\n\n[^1]: b", "has no form in Markdown"],
]
test.each(withMessage)("%s without a known form fails, and says where", (_, mdx, message) => {
  expect(() => render(mdx)).toThrow(message)
})

test("a link relative to the page fails", () => {
  expect(() => render("[a](b)")).toThrow("pages/folder/page.mdx: the link to b needs")
})

test("a comment is left out", () => {
  expect(render("{/* Not shown. */}\n\nText.")).toBe("Text.")
})

test.each([
  ["---\ntitle: A\n---\n\n# A\n", "needs a title and a description"],
  ["---\ntitle: A\ndescription: B\n---\n\nText.\n", "has to begin with its title"],
])("a page without the beginning that the guide wants fails", (content, message) => {
  expect(() => renderPage(parsePage("pages/page.mdx", content), {})).toThrow(message)
})
