import type { Page } from "@playwright/test"
import { expect, followLink, test } from "../support/fixtures"

const phone = { width: 390, height: 844 }

const menuOf = (page: Page) => ({
  button: page.getByRole("button", { name: "Menu" }),
  dialog: page.getByRole("dialog", { name: "Menu" }),
  link: (name: string) =>
    page.getByRole("navigation", { name: "Guide" }).getByRole("link", { name, exact: true }),
})

test("the menu marks the page that is shown, and keeps its place on the way to the next", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 400 })
  await page.goto("/glossary")
  const { link } = menuOf(page)
  const marked = page.getByRole("navigation", { name: "Guide" }).locator("[aria-current]")
  await expect(marked).toHaveText(["Glossary"])
  await expect(marked).toHaveAttribute("aria-current", "page")
  // It is far down the list, which scrolls to it.
  await expect(link("Glossary")).toBeInViewport()

  const place = () => page.locator("#guide-menu").evaluate((menu) => menu.scrollTop)
  // Who presses a link has it before their eyes: Playwright scrolls to it.
  await link("Support matrix").hover()
  const before = await place()
  expect(before).toBeGreaterThan(0)
  await followLink(page, "Support matrix", "/support-matrix")
  await expect(marked).toHaveText(["Support matrix"])
  // Firefox scrolls by parts of a pixel, and tells whole ones.
  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1)
})

test("on a phone the menu is a dialog, which Escape closes", async ({ page }) => {
  await page.setViewportSize(phone)
  await page.goto("/glossary")
  const { button, dialog, link } = menuOf(page)
  await expect(dialog).toBeHidden()
  await expect(link("Glossary")).toBeHidden()
  await expect(button).toHaveAttribute("aria-expanded", "false")

  await button.click()
  await expect(dialog).toBeVisible()
  await expect(button).toHaveAttribute("aria-expanded", "true")
  await expect(link("Glossary")).toBeFocused()
  await expect(page.locator("main")).toHaveJSProperty("inert", true)

  await page.keyboard.press("Escape")
  await expect(dialog).toBeHidden()
  await expect(button).toBeFocused()
  await expect(button).toHaveAttribute("aria-expanded", "false")
  await expect(page.locator("main")).toHaveJSProperty("inert", false)
})

test("on a phone the menu closes when it has led to a page", async ({ page }) => {
  await page.setViewportSize(phone)
  await page.goto("/glossary")
  const { button, dialog, link } = menuOf(page)
  await button.click()
  await link("Support matrix").click()
  await page.waitForURL("/support-matrix")
  await expect(dialog).toBeHidden()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Support matrix")
})

test("skip links lead past the menu", async ({ page }) => {
  await page.goto("/glossary")
  await page.keyboard.press("Tab")
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("main")).toBeFocused()
})

// Playwright switches it off in Chromium only.
test.describe("without JavaScript", { tag: "@chromium" }, () => {
  test.use({ javaScriptEnabled: false, viewport: phone })

  test("the menu of a phone opens, and leads on", async ({ page }) => {
    await page.goto("/glossary")
    const { button, link } = menuOf(page)
    await expect(link("Support matrix")).toBeHidden()
    await button.click()
    await link("Support matrix").click()
    await page.waitForURL("/support-matrix")
  })
})

test("a page is fetched ahead when the pointer rests on its link", async ({ page }) => {
  await page.goto("/glossary")
  await page.waitForLoadState("networkidle")
  const asked = page.waitForRequest((request) => request.url().endsWith("/support-matrix"))
  await page
    .getByRole("navigation", { name: "Guide" })
    .getByRole("link", { name: "Support matrix" })
    .hover()
  await asked
})
