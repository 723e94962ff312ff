import { compileMdx } from "nextra/compile"
import { beforeAll, describe, expect, test } from "vitest"
import { find } from "../../components/search/find"
import { sectionsOf } from "../../components/search/load-sections"
import { createIndex, type SearchIndex } from "../../components/search/search-index"
import { errorPages } from "../../plugins/errors/error-page.mjs"
import { expandPage } from "../../plugins/expand-page.mjs"
import { searchText } from "../../plugins/search-text.mjs"
import { root } from "../../scripts/root"
import { allPages, sourceOf } from "./guide-pages"

type Pages = Parameters<typeof sectionsOf>[0]

let index: SearchIndex

beforeAll(async () => {
  const pages = await Promise.all(allPages.map(({ name }) => searchDataOf(name)))
  const all = Object.fromEntries(allPages.map(({ address }, number) => [address, pages[number]]))
  index = await createIndex(sectionsOf(all as Pages))
}, 120_000)

/** What the build writes of a page for the search. */
async function searchDataOf(name: string): Promise<Pages[string]> {
  const page = `pages/${name}.mdx`
  const { title, structurizedData } = await compileMdx(expandPage(page, sourceOf(name), root), {
    mdxOptions: { rehypePlugins: [searchText] as never },
    search: true,
    codeHighlight: false,
    filePath: page,
  })
  return { title: title ?? "", data: structurizedData as unknown as Pages[string]["data"] }
}

/** The page of the first result, without the fragment of its section. */
const firstFor = (query: string) =>
  find(index, query, { database: "sqlite", packageManager: "npm" })[0]?.address.replace(/#.*/, "")

/** Numbers from 0 to 1, the same in each run: xorshift (Marsaglia 2003, p. 4). */
function numbers(seed: number) {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** The text with one letter of a word changed, missing, doubled or swapped with the next. */
function withTypo(text: string, random: () => number): string {
  const words = [...text.matchAll(/[a-z]{5,}/gi)]
  const word = words[Math.floor(random() * words.length)]
  if (!word) return text
  const at = word.index + 1 + Math.floor(random() * (word[0].length - 2))
  const [before, letter = "", after] = [text.slice(0, at), text[at], text.slice(at + 1)]
  const typos = ["x", "", letter + letter, (after[0] ?? "") + letter]
  const typo = Math.floor(random() * typos.length)
  return before + typos[typo] + (typo === 3 ? after.slice(1) : after)
}

/** What a reader has where the message varies. */
const values = ["https://shop.example:3001", "3f9Qz7+k0A==", "cmih2x0f", "17"]

const withValues = (message: string) => {
  let count = 0
  return message.replaceAll("…", () => values[count++ % values.length] ?? "")
}

describe.each(errorPages(root))("$slug", ({ address, messages }) => {
  test.each(messages)("%s", (message) => {
    const line = message.trim().split("\n")[0] ?? ""
    expect(firstFor(message), "as it is").toBe(address)
    expect(firstFor(withValues(message)), "with a reader's values").toBe(address)
    expect(firstFor(line), "its first line").toBe(address)
    const random = numbers(line.length + 1)
    for (const text of [message, withValues(message)])
      for (let typos = 0; typos < 1; typos++) {
        const mistyped = withTypo(text, random)
        expect(firstFor(mistyped), mistyped).toBe(address)
      }
  })
})
