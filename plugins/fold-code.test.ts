import { compileMdx } from "nextra/compile"
import { expect, test } from "vitest"
import { foldedRuns } from "./fold-code.mjs"
import { highlighting } from "./highlighting.mjs"
import { textAsHtml } from "./text-as-html.mjs"

test.each([
  ["a block of 40 lines is shown whole", 40, [], []],
  ["a longer one shows its beginning", 60, [], [{ first: 25, last: 60 }]],
  [
    "or what is around its marked lines",
    100,
    [30, 33, 80],
    [
      { first: 1, last: 23 },
      { first: 40, last: 73 },
      { first: 87, last: 100 },
    ],
  ],
  ["a short run stays", 41, [1, 18, 35], []],
])("%s", (_what, count, marked, runs) => {
  expect(foldedRuns(count, marked)).toEqual(runs)
})

/** The script of a page with a block of so many lines, as Nextra makes it. */
async function compile(lineCount: number, language: string, meta = "") {
  const lines = Array.from({ length: lineCount }, (_, index) => `line(${index + 1})`)
  const mdxOptions = {
    jsx: true,
    outputFormat: "program",
    recmaPlugins: [textAsHtml],
    rehypePrettyCodeOptions: highlighting,
  } as const
  const mdx = `\`\`\`${language} ${meta}\n${lines.join("\n")}\n\`\`\``
  const { result } = await compileMdx(mdx, { mdxOptions, defaultShowCopyCode: true })
  const [, html = ""] = /html=\{.*? \? ("(?:[^"\\]|\\.)*")/.exec(result) ?? []
  return { result, html: JSON.parse(html) as string, text: lines.join("\n") }
}

// With an icon for the language, Nextra makes another kind of node of the block.
test.each(["ts", "prisma"])(
  "a folded block of %s has its whole text, in order",
  async (language) => {
    const { result, html, text } = await compile(57, language, 'filename="a.ts" {30}')
    expect(result).toContain(' lines="57"')
    expect(
      html.match(/<span data-gap="\d+"><\/span><span data-fold="" hidden="until-found">/g),
    ).toHaveLength(2)
    expect(html.replace(/<[^>]+>/g, "")).toBe(text)
    expect(html).toMatch(/<span data-highlighted-line="">.*30.*<\/span>/)
  },
)

test("a short block has no fold", async () => {
  const { result, html } = await compile(40, "ts")
  expect(result).not.toContain(" lines=")
  expect(html).not.toContain("data-fold")
})
