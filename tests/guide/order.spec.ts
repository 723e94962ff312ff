import { expect, test } from "../support/fixtures"
import { listedPages } from "./guide-pages"

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

test("who follows the link to the next page reads every page, in the menu's order", async ({
  page,
}) => {
  await page.goto("/quick-start")
  const inMenu = await page
    .getByRole("navigation", { name: "Guide" })
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")))
  const addresses = [...new Set(inMenu)]
  expect([...addresses].sort()).toEqual(listedPages.map(({ address }) => address).sort())

  for (const [index, address] of addresses.entries()) {
    await page.goto(address ?? "")
    const previous = addresses[index - 1]
    const next = addresses[index + 1]
    const around = page
      .getByRole("navigation", { name: "Previous and next page" })
      .getByRole("link")
    for (const link of [previous, next])
      if (link) await expect.soft(around.and(page.locator(`[href="${link}"]`))).toHaveCount(1)
  }
})
