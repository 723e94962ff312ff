import { compileMdx } from "nextra/compile"
import { expect, test } from "vitest"
import { foldedRuns, withWholeComments } from "./fold-code.mjs"
import { highlighting } from "./highlighting.mjs"

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

test.each([
  [
    "the end of a comment whose beginning is folded",
    ["a()", "/**", " * It's folded.", " */", "b()"],
    { first: 1, last: 2 },
    { first: 1, last: 4 },
  ],
  [
    "the beginning of one whose end is folded",
    ["/** a */", "/**", " * It's folded.", " */", "b()"],
    { first: 4, last: 5 },
    { first: 2, last: 5 },
  ],
  [
    "empty lines beside what is folded",
    ["a()", "", "b()", "", "c()"],
    { first: 3, last: 3 },
    { first: 2, last: 4 },
  ],
  [
    "a whole comment stays",
    ["/**", " * It's whole.", " */", "a()", "b()"],
    { first: 5, last: 5 },
    { first: 5, last: 5 },
  ],
])("%s", (_what, lines, run, folded) => {
  expect(withWholeComments([run], lines, [])).toEqual([folded])
})

test("a marked line never folds", () => {
  const lines = ["a()", "", "b()"]
  expect(withWholeComments([{ first: 3, last: 3 }], lines, [2])).toEqual([{ first: 3, last: 3 }])
})

/** A block of so many lines in a page, as Nextra compiles it, its text, and the text that it should have. */
async function compile(lineCount: number, language: string, meta = "") {
  const lines = Array.from({ length: lineCount }, (_, index) => `line(${index + 1})`)
  const mdxOptions = {
    jsx: true,
    outputFormat: "program",
    rehypePrettyCodeOptions: highlighting,
  } as const
  const mdx = `\`\`\`${language} ${meta}\n${lines.join("\n")}\n\`\`\``
  const { result } = await compileMdx(mdx, { mdxOptions, defaultShowCopyCode: true })
  const [block = ""] = /<_components\.pre[^]*<\/_components\.pre>/.exec(result) ?? []
  const strings = block.matchAll(/\{("(?:[^"\\]|\\.)*")\}/g)
  const text = Array.from(strings, ([, literal = '""']) => JSON.parse(literal) as string).join("")
  return { block, text, expected: lines.join("\n") }
}

// With an icon for the language, Nextra makes another kind of node of the block.
test.each(["ts", "prisma"])(
  "a folded block of %s has its whole text, in order",
  async (language) => {
    const { block, text, expected } = await compile(57, language, 'filename="a.ts" {30}')
    expect(block).toContain(' lines="57"')
    expect(
      block.match(
        /<_components.span data-gap="\d+" \/><_components.span data-fold="" hidden="until-found">/g,
      ),
    ).toHaveLength(2)
    expect(text).toBe(expected)
    expect(block).toMatch(/data-highlighted-line="">.*?30/)
  },
)

test("a short block has no fold", async () => {
  const { block } = await compile(40, "ts")
  expect(block).not.toContain(" lines=")
  expect(block).not.toContain("data-fold")
})
