import { expect, test } from "../support/fixtures"
import { guidePages } from "./guide-pages"

const groups = ["Start", "Build", "Understand", "Operate", "Reference"]

test.use({ viewport: { width: 1280, height: 900 } })

test("the sidebar has the groups in the reader's order, and the page's own", async ({ page }) => {
  await page.goto("/database/notes")
  const sidebar = page.locator("aside")
  const items = (await sidebar.getByRole("listitem").allInnerTexts()).map((text) => text.trim())
  expect(items.filter((item) => groups.includes(item))).toEqual(groups)
  const index = (text: string) => items.indexOf(text)
  expect(index("Quick start")).toBeLessThan(index("Build"))
  expect(index("Configure Auth.js")).toBeGreaterThan(index("Build"))
  expect(index("Go to production")).toBeGreaterThan(index("Operate"))
  await expect(sidebar.getByRole("link", { name: "From scratch" })).toBeVisible()
})

test("who follows the link to the next page reads every page, in the sidebar's order", async ({
  page,
}) => {
  await page.goto("/")
  const inSidebar = await page
    .locator("aside a[href^='/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")))
  const addresses = [...new Set(inSidebar)]
  expect([...addresses].sort()).toEqual(guidePages.map(({ address }) => address).sort())

  for (const [index, address] of addresses.entries()) {
    await page.goto(address ?? "")
    const previous = addresses[index - 1]
    const next = addresses[index + 1]
    const around = page.getByRole("main").locator("a[title]")
    for (const link of [previous, next])
      if (link) await expect.soft(around.and(page.locator(`[href="${link}"]`))).toHaveCount(1)
  }
})
