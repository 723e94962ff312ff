import { statSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "@playwright/test"
import { root } from "../../scripts/root"
import { demoOf, expect, test } from "../support/fixtures"
import { expectCodeToFit } from "./code-width"
import { allPages, guidePages } from "./guide-pages"
import { expectLinks } from "./links"
import { readToTheEnd, recordLoading } from "./loading"
import { menuAddresses } from "./menu-addresses"
import { expectMarkdown } from "./page-markdown"
import { recordWeight } from "./page-weight"
import { quotationsOf } from "./quotations"
import { expectQuotations } from "./quoted-code"
import { expectOneVariantEach } from "./variants"

test.use({ viewport: { width: 1280, height: 900 } })

/** Nextra looks for the history beside .git, which in a linked worktree is elsewhere. */
const hasHistory = statSync(join(root, ".git")).isDirectory()

test("the guide quotes the starter", () => {
  expect(guidePages.flatMap(({ name }) => quotationsOf(name)).length).toBeGreaterThan(0)
})

// All that one visit shows. Each expectation is soft: a page that fails one is still held to the others.
for (const { name, address } of guidePages) {
  const quotations = quotationsOf(name)
  test(`${address} reads, leads on, and loads the demo for who reaches for it`, async ({
    page,
    demo,
    request,
    browserName,
  }) => {
    test.setTimeout(60_000 + quotations.length * 5_000)
    const isChromium = browserName === "chromium"
    const errors: string[] = []
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text())
    })
    page.on("pageerror", (error) => errors.push(error.message))
    const loaded = recordLoading(page)
    // Only Chromium tells what has moved.
    const expectLight = isChromium && (await recordWeight(page, request, address))
    await page.goto(address)
    if (expectLight) await test.step("is light, and nothing in it moves", expectLight)
    await readToTheEnd(page)

    await expect.soft(demo.region).toHaveCount(1)
    await test.step("has images with words that show", () => expectImages(page))
    // Firefox gets the same HTML and the same rules for its variants: chooser.spec.ts makes choices there.
    if (isChromium) {
      await test.step("has one title, and its headings in order", () => expectHeadings(page))
      await test.step("says where it comes from, and when it was last changed", () =>
        expectSource(page, name))
      await test.step("links to what is there", () => expectLinks(page, request, address))
      await test.step("leads to the pages before and after it in the menu", () =>
        expectNeighbours(page, address))
      await test.step("shows one variant of everything, whatever is chosen", () =>
        expectOneVariantEach(page))
      await test.step("has room for its code", () => expectCodeToFit(page))
      await test.step("is the same as Markdown", () => expectMarkdown(page, request, address))
    }
    await test.step("loads nothing of the demo for who only reads", async () => {
      const { bytes, hasPanel, endpoints } = await loaded()
      expect.soft(bytes).toBeGreaterThan(0)
      expect.soft(hasPanel).toBe(false)
      expect.soft(endpoints).toEqual([])
    })
    if (isChromium)
      await test.step("shows quoted code as it is in its file, and copies it so", () =>
        expectQuotations(page, quotations))
    await test.step("loads the demo for who reaches for it", async () => {
      const before = await loaded()
      await demo.open()
      await page.waitForLoadState("networkidle")
      const after = await loaded()
      expect.soft(after.hasPanel).toBe(true)
      expect.soft(after.bytes).toBeGreaterThan(before.bytes)
      expect.soft(after.endpoints).toContain("/api/auth/session")
    })
    await test.step("does not scroll sideways on a phone", async () => {
      await page.setViewportSize({ width: 390, height: 844 })
      const width = await page.evaluate(() => document.scrollingElement?.scrollWidth)
      expect.soft(width).toBeLessThanOrEqual(390)
    })
    expect.soft(errors).toEqual([])
  })
}

async function expectHeadings(page: Page) {
  const headings = await page
    .getByRole("heading")
    .evaluateAll((all) => all.map((heading) => Number(heading.tagName.slice(1))))
  expect.soft(headings.filter((level) => level === 1)).toHaveLength(1)
  expect.soft(headings[0]).toBe(1)
  headings.forEach((level, index) => {
    const most = (headings[index - 1] ?? 0) + 1
    expect.soft(level, headings.join(" ")).toBeLessThanOrEqual(most)
  })
}

async function expectSource(page: Page, name: string) {
  await expect
    .soft(page.getByRole("link", { name: "Edit this page" }))
    .toHaveAttribute("href", new RegExp(`^https://github\\.com/.+/pages/${name}\\.mdx$`))
  if (hasHistory) await expect.soft(page.getByText(/^Last updated on .*\d{4}/)).toBeVisible()
}

/** Expects the links to the previous and the next page to follow the menu. */
async function expectNeighbours(page: Page, address: string) {
  const addresses = await menuAddresses(page)
  expect.soft(addresses.length).toBeGreaterThan(0)
  const index = addresses.indexOf(address)
  // The menu has no errors' pages.
  if (index < 0) return
  const around = page.getByRole("navigation", { name: "Previous and next page" }).getByRole("link")
  for (const other of [addresses[index - 1], addresses[index + 1]])
    if (other) await expect.soft(around.and(page.locator(`[href="${other}"]`))).toHaveCount(1)
}

async function expectImages(page: Page) {
  for (const image of await page.getByRole("main").locator("img").all()) {
    await image.scrollIntoViewIfNeeded()
    await expect.soft(image).toHaveAttribute("alt")
    await expect.soft(image).toHaveJSProperty("complete", true)
    const width = await image.evaluate((element: HTMLImageElement) => element.naturalWidth)
    expect.soft(width).toBeGreaterThan(0)
  }
}

test("each page has a title and a description of its own", async ({ request }) => {
  const titles = new Set<string | undefined>()
  const descriptions = new Set<string | undefined>()
  for (const { address } of allPages) {
    const html = await (await request.get(address)).text()
    const title = /<title[^>]*>([^<]+)<\/title>/.exec(html)?.[1]
    const description = /<meta name="description" content="([^"]+)"/.exec(html)?.[1]
    expect.soft(title, address).toBeTruthy()
    expect.soft(description?.length, `description of ${address}`).toBeGreaterThan(20)
    titles.add(title)
    descriptions.add(description)
  }
  expect.soft(titles.size).toBe(allPages.length)
  expect.soft(descriptions.size).toBe(allPages.length)
})

test("an address without a page answers 404, with a way back", async ({ page, request }) => {
  const response = await page.goto("/no-such-page")
  expect(response?.status()).toBe(404)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found")
  await expect(demoOf(page).region).toHaveCount(0)
  await expectLinks(page, request, "/no-such-page", 404)
  await page
    .getByRole("main")
    .getByRole("link", { name: /overview/i })
    .click()
  await page.waitForURL("/")
})

test("the order of the pages is no page", async ({ request }) => {
  for (const address of ["/_meta", "/database/_meta"])
    expect.soft((await request.get(address)).status(), address).toBe(404)
})

test("the page for a failing server reads without one", async ({ page }) => {
  await page.goto("/500")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Something went wrong")
})
