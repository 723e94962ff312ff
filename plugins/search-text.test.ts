import { compileMdx } from "nextra/compile"
import { expect, test } from "vitest"
import { searchText, type SectionText } from "./search-text.mjs"

/** The sections of a page, as Nextra passes them to the file that the search loads. */
async function sectionsIn(mdx: string): Promise<SectionText[]> {
  const mdxOptions = { rehypePlugins: [searchText] }
  const { structurizedData } = (await compileMdx(mdx, {
    mdxOptions: mdxOptions as never,
    search: true,
    codeHighlight: false,
  })) as { structurizedData?: unknown }
  return structurizedData as SectionText[]
}

test("a page is split at its headings, and its title isn't part of the text", async () => {
  const mdx = "# Title\n\nBefore.\n\n## First [#one]\n\nText with `code`.\n\n### `Second`\n"
  expect(await sectionsIn(mdx)).toEqual([
    { id: "", heading: "", pieces: [{ text: "Before.\n" }] },
    { id: "one", heading: "First", pieces: [{ text: "Text with code.\n" }] },
    { id: "second", heading: "Second", pieces: [] },
  ])
})

test("a page's description is before its first heading, unless the page is about an error", async () => {
  const page = (more: string) =>
    `---\ntitle: T\ndescription: What it gives.\n${more}---\n\n## First\n`
  const first = { id: "first", heading: "First", pieces: [] }
  expect(await sectionsIn(page(""))).toEqual([
    { id: "", heading: "", description: "What it gives.", pieces: [] },
    first,
  ])
  expect(await sectionsIn(page("messages: [No.]\n"))).toEqual([first])
})

test("a row of a table is a line, and code is told apart", async () => {
  const mdx = "| log | do |\n|---|---|\n| `A: b` | Set c. |\n\n```ts\na\nb\n```\n\n- one\n- two\n"
  const [section] = await sectionsIn(mdx)
  expect(section?.pieces).toEqual([
    { text: "log\tdo\t\nA: b\tSet c.\t\n" },
    { text: "a\nb\n", isCode: true },
    { text: "one\ntwo\n" },
  ])
})

test("each text says which choices show it", async () => {
  const mdx = `
For all.

<Choice except="mongodb mysql">

Not for two. <Choice inline packageManager="npm pnpm">For some.</Choice>

</Choice>

<Choice database="sqlite">

## Heading

Below it.

</Choice>
`
  const others = ["sqlite", "postgresql", "cockroachdb", "sqlserver"]
  expect(await sectionsIn(mdx)).toEqual([
    {
      id: "",
      heading: "",
      pieces: [
        { text: "For all.\n" },
        { text: "Not for two. ", for: { database: others } },
        { text: "For some.\n", for: { database: others, packageManager: ["npm", "pnpm"] } },
      ],
    },
    {
      id: "heading",
      heading: "Heading",
      for: { database: ["sqlite"] },
      pieces: [{ text: "Below it.\n", for: { database: ["sqlite"] } }],
    },
  ])
})

test("the line about tests isn't found", async () => {
  expect(await sectionsIn('Text.\n\n<p className="verified">Verified on a day.</p>\n')).toEqual([
    { id: "", heading: "", pieces: [{ text: "Text.\n" }] },
  ])
})

test("the messages of an error are told apart, and the index of errors is left out", async () => {
  const mdx = `
<div className="error-messages">

\`\`\`text
Not allowed
\`\`\`

</div>

<div className="error-index">

### By step [#by-step]

- [Not allowed](/errors/not-allowed)

</div>

\`\`\`text
Other code
\`\`\`
`
  expect(await sectionsIn(mdx)).toEqual([
    {
      id: "",
      heading: "",
      pieces: [
        { text: "Not allowed\n", isMessage: true },
        { text: "Other code\n", isCode: true },
      ],
    },
  ])
})
