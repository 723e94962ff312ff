import { expect, type APIRequestContext, type Page } from "@playwright/test"
import { choiceNames, defaultOf, valuesOf } from "../../components/choices"
import { markdownAddress } from "../../components/theme/markdown-address"
import { targetOf } from "./links"
import { codeOf, comparable, linksOf, plainText } from "./markdown-nodes"
import { showFor } from "./variants"

/** The first and the last value of each choice: what a page shows for one, it doesn't for the other. */
const readers = [
  Object.fromEntries(choiceNames.map((name) => [name, defaultOf(name)])),
  Object.fromEntries(choiceNames.map((name) => [name, valuesOf(name).at(-1) ?? ""])),
]

const fileFor = (address: string, chosen: Record<string, string>) =>
  `${markdownAddress(address)}?${new URLSearchParams(chosen)}`

/** What shows of a page's text: each paragraph, cell, item and heading, and the reader's files. */
const read = (page: Page) =>
  page.locator("article").evaluate((article) => {
    const shows = (element: Element) => element.checkVisibility()
    const all = [...article.querySelectorAll("h1, h2, h3, h4, p, li, td, th")]
    const words = all
      // What has blocks in it is compared by them. Components have a text of their own in Markdown.
      .filter((element) => !element.closest("[data-embedded], .callout-label"))
      .filter((element) => shows(element) && !element.querySelector("p, ul, ol, pre, div"))
      .map((element) => (element as HTMLElement).innerText)
    const codeIn = (selector: string) =>
      [...article.querySelectorAll(selector)]
        .filter(shows)
        .map(({ textContent }) => textContent ?? "")
    return {
      words,
      code: codeIn(".code-block pre code"),
      files: codeIn("[data-file] pre code"),
    }
  })

/** Expects an open page's Markdown to have its text, code and files, and its links to lead somewhere. */
export async function expectMarkdown(page: Page, request: APIRequestContext, address: string) {
  for (const chosen of readers) {
    await showFor(page, chosen)
    const shown = await read(page)
    expect.soft(shown.words.length).toBeGreaterThan(3)
    const markdown = await (await request.get(fileFor(address, chosen))).text()
    const text = plainText(markdown)
    const missing = shown.words.filter((words) => !text.includes(comparable(words)))
    expect.soft(missing, `words of ${address}`).toEqual([])
    const code = codeOf(markdown).map(({ value }) => value.trimEnd())
    for (const block of [...shown.code, ...shown.files])
      expect.soft(code, `code of ${address}`).toContain(block.trimEnd())
    expect.soft(code.length, "and no code for other readers").toBe(shown.code.length)

    for (const url of new Set(linksOf(markdown))) {
      if (!url.startsWith(new URL(page.url()).origin)) continue
      const { status, ids } = await targetOf(request, url.replace(/#.*/, ""))
      expect.soft(status, url).toBe(200)
      const { hash } = new URL(url)
      if (hash) expect.soft([...ids], url).toContain(decodeURI(hash.slice(1)))
    }
  }
  await showFor(page)
}
