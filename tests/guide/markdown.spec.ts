import type { Page } from "@playwright/test"
import { choiceNames, defaultOf, valuesOf } from "../../components/choices"
import { markdownAddress } from "../../components/theme/markdown-address"
import { expect, test } from "../support/fixtures"
import { guidePages } from "./guide-pages"
import { targetOf } from "./links"
import { codeOf, comparable, linksOf, plainText } from "./markdown-nodes"

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

for (const { address } of guidePages)
  test(`${address} as Markdown has the page's text, code and files, and its links lead somewhere`, async ({
    page,
    request,
  }) => {
    test.setTimeout(60_000)
    await page.goto(address)
    for (const chosen of readers) {
      await page.evaluate((values) => {
        Object.assign(document.documentElement.dataset, values)
      }, chosen)
      const shown = await read(page)
      expect(shown.words.length).toBeGreaterThan(3)
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
  })

/** Pastes what is in the clipboard, as a reader does. */
async function paste(page: Page) {
  await page.evaluate(() => {
    const field = document.createElement("textarea")
    field.id = "paste-here"
    document.body.prepend(field)
  })
  const field = page.locator("#paste-here")
  await field.press("ControlOrMeta+V")
  return field.inputValue()
}

/** What screen readers are told. */
const status = (page: Page, words: string) => page.getByRole("status").filter({ hasText: words })

const copyButton = (page: Page) => page.getByRole("button", { name: "Copy page" })

for (const [where, width] of [
  ["beside the text", 1280],
  ["at its end, on a phone", 390],
] as const)
  test.describe(where, () => {
    test.use({ viewport: { width, height: 844 }, permissions: ["clipboard-write"] })

    test("the page is copied by keyboard, in the reader's choices, and that is announced", async ({
      page,
      request,
    }) => {
      await page.goto("/database/from-scratch?database=postgresql&packageManager=pnpm")
      await expect(copyButton(page)).toHaveCount(1)
      await copyButton(page).focus()
      await page.keyboard.press("Enter")
      await expect(status(page, "Copied")).toBeAttached()
      await expect(copyButton(page)).toBeFocused()
      const pasted = await paste(page)
      const file = "/database/from-scratch.md?database=postgresql&packageManager=pnpm"
      expect(pasted).toBe(await (await request.get(file)).text())
      expect(pasted).toContain("pnpm exec prisma")
    })

    test("the link beside it shows what is copied, also after another choice", async ({ page }) => {
      await page.goto("/database/from-scratch")
      const link = page.getByRole("link", { name: "View as Markdown" })
      await expect(link).toHaveAttribute(
        "href",
        "/database/from-scratch.md?database=sqlite&packageManager=npm",
      )
      await page.getByLabel("Database").selectOption("mysql")
      await expect(link).toHaveAttribute("href", /\?database=mysql&packageManager=npm$/)
      await link.click()
      await expect(page).toHaveURL(
        /\/database\/from-scratch\.md\?database=mysql&packageManager=npm$/,
      )
      await expect(page.locator("pre")).toContainText("for MySQL or MariaDB with npm")
    })
  })

test("the page that is copied is the one that was reached by a link", async ({ page }) => {
  await page.goto("/install")
  const asked = page.waitForRequest((one) => one.url().includes("/glossary.md?"))
  await page
    .getByRole("navigation", { name: "Guide" })
    .getByRole("link", { name: "Glossary" })
    .click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Glossary")
  await copyButton(page).click()
  await asked
})

test("a page that can't be loaded isn't copied, and the reader is told", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-write"])
  await page.goto("/install")
  await page.route("**/install.md?*", (route) => route.fulfill({ status: 503, body: "busy" }))
  await copyButton(page).click()
  await expect(status(page, "Not copied. Try again.")).toBeAttached()
  await expect(copyButton(page)).toHaveAttribute("data-copy-code", "refused")
  await page.unroute("**/install.md?*")
  await copyButton(page).click()
  await expect(status(page, "Copied")).toBeAttached()
})

test("the reader is told that the browser doesn't allow it", async ({ page }) => {
  await page.goto("/install")
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException("", "NotAllowedError"))
  })
  await copyButton(page).click()
  await expect(status(page, "Not copied. Try again.")).toBeAttached()
})

test("pages name their Markdown in the head, and error pages have none", async ({ page }) => {
  const alternate = page.locator('link[rel="alternate"][type="text/markdown"]')
  await page.goto("/")
  await expect(alternate).toHaveAttribute("href", "/index.md")
  await page.goto("/no-such-page")
  await expect(alternate).toHaveCount(0)
  await expect(copyButton(page)).toHaveCount(0)
})

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })

  test("the link is there, and no button that does nothing", async ({ page }) => {
    await page.goto("/install")
    await expect(copyButton(page)).toHaveCount(0)
    const link = page.getByRole("link", { name: "View as Markdown" })
    await expect(link).toHaveAttribute("href", "/install.md")
    await link.click()
    await expect(page.locator("pre")).toContainText("# Install the packages")
  })
})
