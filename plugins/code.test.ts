import { compileMdx } from "nextra/compile"
import { createCssVariablesTheme, createHighlighter } from "shiki"
import { expect, test } from "vitest"
import { codeClasses } from "./code-classes.mjs"
import { highlighting } from "./highlighting.mjs"
import { withoutIcons } from "./without-icons.mjs"

async function highlight(code: string, lang: string) {
  const highlighter = await createHighlighter({
    themes: [createCssVariablesTheme()],
    langs: [lang],
  })
  const html = highlighter.codeToHtml(code, {
    lang,
    theme: "css-variables",
    transformers: [codeClasses],
    tokenizeTimeLimit: 0,
  })
  highlighter.dispose()
  return html
}

/** The script of a page, as Nextra makes it with one of the plugins. */
async function compile(mdx: string, plugin: () => (program: never) => void) {
  const mdxOptions = {
    jsx: true,
    outputFormat: "program",
    recmaPlugins: [plugin],
    rehypePrettyCodeOptions: highlighting,
  } as const
  const { result } = await compileMdx(mdx, { mdxOptions, defaultShowCopyCode: true })
  return result
}

test("words of code have a class, and those in the color of the text no element", async () => {
  const html = await highlight('const a = b + "c"', "ts")
  expect(html).toContain('<span class="keyword">const</span> ')
  expect(html).toContain(' = b + <span class="string">"c"</span>')
  expect(html).not.toMatch(/<span style|<span>/)
  expect(html.replace(/<[^>]+>/g, "")).toBe('const a = b + "c"')
})

test("neighbors of one color are one element", async () => {
  const html = await highlight("export const a = 1", "ts")
  expect(html).toContain('<span class="keyword">export const</span>')
})

test("so are those with whitespace between them", async () => {
  const html = await highlight('SELECT a FROM b WHERE c IS  NOT "d"', "sql")
  expect(html).toContain('<span class="keyword">IS  NOT</span>')
})

test("operators have no color", async () => {
  const html = await highlight("const a = (b: string) => ({ ...b, c: !d ?? -1 })", "ts")
  const colored = Array.from(
    html.matchAll(/<span class="(?!line)\w+">([^<]*)/g),
    ([, text]) => text,
  )
  expect(colored.filter((text) => !/\w/.test(text ?? ""))).toEqual([])
  expect(await highlight("a = '='", "sql")).toContain(`<span class="string">'='</span>`)
})

test("a quoted name in SQL has no color, and a string has", async () => {
  const html = await highlight(
    `CREATE TABLE "User" ("id" TEXT DEFAULT 'x');\nCREATE TABLE \`User\` (\`id\` TEXT);`,
    "sql",
  )
  for (const name of ['"User" (', '"id" ', "`User` (", "`id` "]) expect(html).toContain(name)
  expect(html).toContain(`<span class="string">'x'</span>`)
})

test.each([
  ["+ added", "inserted"],
  ["- removed", "deleted"],
])("a diff shows what is %s", async (code, className) => {
  expect(await highlight(code.replace(/^(.) /, "$1"), "diff")).toContain(className)
})

test("a picture for a language is taken out with its import", async () => {
  const mdx =
    'import { TypeScriptIcon } from "nextra/icons"\n\n<pre icon={TypeScriptIcon} id="a" />'
  const script = await compile(mdx, withoutIcons)
  expect(script).not.toContain("Icon")
  expect(script).toContain('id="a"')
})
