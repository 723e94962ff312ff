import type { Page } from "@playwright/test"
import { expect, test } from "../support/fixtures"

/** The tabs of the first block of commands that has a text in one of its variants. */
const tabsOf = (page: Page, text: string) =>
  page
    .locator(".choice-tabs-block", { hasText: text })
    .first()
    .getByRole("group", { name: "Package manager" })

const color = (page: Page, name: string) =>
  tabsOf(page, "--use-npm")
    .locator("label", { has: page.locator(`[value="${name}"]`) })
    .evaluate((tab) => getComputedStyle(tab).borderBottomColor)

test("a tab on a command chooses the package manager, everywhere", async ({ page }) => {
  await page.goto("/install")
  const tab = tabsOf(page, "--use-npm").getByRole("radio", { name: "pnpm" })
  await expect(
    tabsOf(page, "--use-npm").getByRole("radio", { name: "npm", exact: true }),
  ).toBeChecked()
  await tab.check()
  await expect(page.getByText("--use-pnpm")).toBeVisible()
  await expect(page.getByText("--use-npm")).toBeHidden()
  await expect(page.getByText("pnpm add --save-exact next-auth@")).toBeVisible()
  await expect(page.getByLabel("Package manager")).toHaveValue("pnpm")
  await expect(page).toHaveURL(/packageManager=pnpm/)
  for (const other of await page.getByRole("radio", { name: "pnpm" }).all())
    await expect(other).toBeChecked()

  // And the other way around.
  await page.getByLabel("Package manager").selectOption("bun")
  await expect(tabsOf(page, "--use-npm").getByRole("radio", { name: "Bun" })).toBeChecked()
})

test("tabs are worked by keyboard, and what was chosen from stays in place", async ({ page }) => {
  await page.goto("/install")
  const tabs = tabsOf(page, "prisma@7.10.0")
  await tabs.getByRole("radio", { name: "npm", exact: true }).focus()
  const top = async () => (await tabs.boundingBox())?.y ?? 0
  const before = await top()
  // pnpm's readers have a step more, above this block.
  await page.keyboard.press("ArrowRight")
  await expect(tabs.getByRole("radio", { name: "pnpm" })).toBeFocused()
  await expect(page.locator("html")).toHaveAttribute("data-package-manager", "pnpm")
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )
  expect(Math.abs((await top()) - before)).toBeLessThan(2)
})

test("the chosen tab is marked before any script of the page runs", async ({ page }) => {
  await page.goto("/install?packageManager=yarn")
  await page.route("**/_next/static/**/*.js", (route) => route.abort())
  await page.goto("/install")
  expect(await color(page, "yarn")).not.toBe(await color(page, "npm"))
  await expect(page.getByText("--use-yarn")).toBeVisible()
})

test("tabs and copy button don't cover each other, on the narrowest phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto("/install")
  const block = page.locator(".choice-tabs-block").first()
  const tabs = await block.getByRole("group", { name: "Package manager" }).boundingBox()
  const copy = await block.getByRole("button", { name: "Copy code" }).boundingBox()
  expect((tabs?.x ?? 0) + (tabs?.width ?? 0)).toBeLessThanOrEqual(copy?.x ?? 0)
})

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("each package manager's command is there, under its name", async ({ page }) => {
    await page.goto("/install")
    await expect(page.getByRole("radio").first()).toBeHidden()
    for (const name of ["npm", "pnpm", "yarn", "bun"])
      await expect(page.getByText(`--use-${name}`)).toBeVisible()
  })
})
