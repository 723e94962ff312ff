import { compileMdx } from "nextra/compile"
import { expect, test } from "vitest"
import { codeAsHtml } from "./code-as-html.mjs"
import { highlighting } from "./highlighting.mjs"

/** The HTML of the block of code in a page. */
async function htmlOf(mdx: string) {
  const mdxOptions = {
    jsx: true,
    outputFormat: "program",
    recmaPlugins: [codeAsHtml],
    rehypePrettyCodeOptions: highlighting,
  } as const
  const { result } = await compileMdx(mdx, { mdxOptions })
  const [, html = ""] =
    /dangerouslySetInnerHTML=\{\{\s*__html: ("(?:[^"\\]|\\.)*")/.exec(result) ?? []
  return JSON.parse(html) as string
}

const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\``

/** The text that a browser shows. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&")

test("the code is there to the letter, and what isn't code is escaped", async () => {
  const code = `if (a < b && b > c)\n\n  say("<b>'&amp;'</b>")`
  const html = await htmlOf(fence("ts", code))
  expect(textOf(html)).toBe(code)
  expect(html).not.toContain("<b>")
})

test("a word has an element of its color, a marked line has one, and another line has none", async () => {
  const html = await htmlOf(fence("ts {2}", "const a = 1\nconst b = 2\nconst c = 3"))
  expect(html.split("\n")).toEqual([
    "<k->const</k-> <n->a</n-> = <n->1</n->",
    "<mark><k->const</k-> <n->b</n-> = <n->2</n-></mark>",
    "<k->const</k-> <n->c</n-> = <n->3</n->",
  ])
})

test("a comment of several lines is one element", async () => {
  expect(await htmlOf(fence("ts", "// One\n// Two\n\n/**\n * Three\n */"))).toBe(
    "<c->// One\n// Two\n\n/**\n * Three\n */</c->",
  )
})

test.each([
  ["a command", fence("sh", "npm ci\nnpm start")],
  ["data", fence("json", '{\n  "name": "app" }')],
  ["output", `<div data-expect="">\n\n${fence("ts", "one\ntwo")}\n\n</div>`],
])("a line of %s has an element, which indents what wraps", async (_, block) => {
  expect(await htmlOf(block)).toMatch(/^<span>.*<\/span>\n<span>.*<\/span>$/)
})

test("what is folded can be found", async () => {
  const lines = Array.from({ length: 60 }, (_, index) => `line(${index + 1})`)
  const html = await htmlOf(fence("ts", lines.join("\n")))
  expect(html).toContain('<span data-gap="36"></span><span data-fold="" hidden="until-found">')
  expect(textOf(html)).toBe(lines.join("\n"))
})
