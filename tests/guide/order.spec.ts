import { expect, test } from "../support/fixtures"
import { listedPages } from "./guide-pages"
import { menuAddresses } from "./menu-addresses"

const groups = [
  "Start",
  "Build",
  "Go further",
  "Other setups",
  "Understand",
  "Operate",
  "When it goes wrong",
  "Move on",
  "Reference",
]

test.use({ viewport: { width: 1280, height: 900 } })

test("the menu has the groups in the reader's order, and the page's own", async ({ page }) => {
  await page.goto("/database/notes")
  const menu = page.getByRole("navigation", { name: "Guide" })
  const lists = menu.locator(":is(ul, ol)[aria-labelledby]")
  await expect(lists).toHaveCount(groups.length)
  const group = (name: string) => menu.getByRole("list", { name, exact: true })
  for (const [index, name] of groups.entries())
    await expect(lists.nth(index).and(group(name))).toHaveCount(1)
  const link = (within: string, name: string) =>
    group(within).getByRole("link", { name, exact: true })
  await expect(link("Start", "Quick start")).toBeVisible()
  await expect(link("Build", "Configure Auth.js")).toBeVisible()
  await expect(link("Operate", "Go to production")).toBeVisible()
  await expect(link("Build", "From scratch")).toBeVisible()
})

// pages.spec.ts follows the order from page to page.
test("the menu leads to every page", async ({ page }) => {
  await page.goto("/quick-start")
  const addresses = await menuAddresses(page)
  expect(addresses.sort()).toEqual(listedPages.map(({ address }) => address).sort())
})
