import { statSync } from "node:fs"
import { join } from "node:path"
import { root } from "../../scripts/root"
import { demoOf, expect, test } from "../fixtures"
import { guidePages } from "./guide-pages"

for (const { name, address } of guidePages) {
  test(`${address} has one title, its headings in order, the demo, and where it comes from`, async ({
    page,
    demo,
  }) => {
    await page.goto(address)
    const headings = await page
      .getByRole("heading")
      .evaluateAll((all) => all.map((heading) => Number(heading.tagName.slice(1))))
    expect(headings.filter((level) => level === 1)).toHaveLength(1)
    expect(headings[0]).toBe(1)
    headings.forEach((level, index) => {
      expect(level, headings.join(" ")).toBeLessThanOrEqual((headings[index - 1] ?? 0) + 1)
    })
    await expect(demo.region).toHaveCount(1)
    await expect(page.getByRole("link", { name: "Edit this page" })).toHaveAttribute(
      "href",
      new RegExp(`^https://github\\.com/.+/pages/${name}\\.mdx$`),
    )
  })

  test(`${address} says when it was last changed`, async ({ page }) => {
    // Nextra looks for the history beside .git, which in a linked worktree is elsewhere.
    test.skip(!statSync(join(root, ".git")).isDirectory(), "a linked worktree")
    await page.goto(address)
    await expect(page.getByText(/^Last updated on .*\d{4}/)).toBeVisible()
  })

  test(`${address} writes no error to the console`, async ({ page, demo }) => {
    const errors: string[] = []
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text())
    })
    page.on("pageerror", (error) => errors.push(error.message))
    await page.goto(address)
    await demo.open()
    await page.waitForLoadState("networkidle")
    expect(errors).toEqual([])
  })

  test(`${address} does not scroll sideways on a phone`, async ({ page, demo }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(address)
    await demo.open()
    const width = await page.evaluate(() => document.scrollingElement?.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  })
}

test("each page has a title and a description of its own", async ({ request }) => {
  const titles = new Set<string | undefined>()
  const descriptions = new Set<string | undefined>()
  for (const { address } of guidePages) {
    const html = await (await request.get(address)).text()
    const title = /<title[^>]*>([^<]+)<\/title>/.exec(html)?.[1]
    const description = /<meta name="description" content="([^"]+)"/.exec(html)?.[1]
    expect.soft(title, address).toBeTruthy()
    expect.soft(description?.length, `description of ${address}`).toBeGreaterThan(20)
    titles.add(title)
    descriptions.add(description)
  }
  expect.soft(titles.size).toBe(guidePages.length)
  expect.soft(descriptions.size).toBe(guidePages.length)
})

test("an address without a page answers 404, with a way back", async ({ page }) => {
  const response = await page.goto("/no-such-page")
  expect(response?.status()).toBe(404)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found")
  await expect(demoOf(page).region).toHaveCount(0)
  await page
    .getByRole("main")
    .getByRole("link", { name: /introduction/i })
    .click()
  await page.waitForURL("/")
})

test("the page for a failing server reads without one", async ({ page }) => {
  await page.goto("/500")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Something went wrong")
})
