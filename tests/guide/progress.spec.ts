import type { Page } from "@playwright/test"
import { expect, followLink, test } from "../support/fixtures"

test.use({ viewport: { width: 1280, height: 900 } })

const menuLink = (page: Page, name: string | RegExp) =>
  page.getByRole("navigation", { name: "Guide" }).getByRole("link", { name, exact: true })

const mark = (page: Page) => page.getByRole("button", { name: "Mark as done" })
const done = (page: Page) => page.getByText("You’re done with this page.")

test("a page that is marked as done has a tick in the menu, in words too", async ({ page }) => {
  await page.goto("/install")
  await expect(menuLink(page, "Install the packages")).toBeVisible()
  await mark(page).click()
  await expect(done(page)).toBeVisible()
  await expect(page.getByRole("button", { name: "Mark as not done" })).toBeFocused()
  await expect(
    page.getByRole("status").filter({ hasText: "This page is marked as done." }),
  ).toHaveCount(1)
  await expect(menuLink(page, "Install the packages (done)")).toBeVisible()

  await followLink(page, "Configure Auth.js", "/configure")
  await expect(done(page)).toBeHidden()
  await expect(menuLink(page, "Install the packages (done)")).toBeVisible()
  await mark(page).click()
  await expect(menuLink(page, "Configure Auth.js (done)")).toBeVisible()

  await page.getByRole("button", { name: "Mark as not done" }).click()
  await expect(menuLink(page, "Configure Auth.js")).toBeVisible()
  await expect(mark(page)).toBeFocused()
})

test("ticks are there before any script of the page runs, and can be cleared", async ({ page }) => {
  await page.goto("/install")
  const clear = page.getByRole("button", { name: "Clear all ticks" })
  await expect(clear).toBeHidden()
  await mark(page).click()
  await expect(done(page)).toBeVisible()
  await page.route("**/_next/static/**/*.js", (route) => route.abort())
  await page.goto("/configure")
  await expect(menuLink(page, "Install the packages (done)")).toBeVisible()
  await page.unroute("**/_next/static/**/*.js")

  await page.goto("/configure")
  await page.waitForLoadState("networkidle")
  await clear.click()
  await expect(clear).toBeHidden()
  await expect(menuLink(page, "Configure Auth.js")).toBeFocused()
  await page.reload()
  await expect(menuLink(page, "Install the packages")).toBeVisible()
})

test("a page is done when its end was in view, but not before it could be read", async ({
  page,
}) => {
  await page.clock.install()
  await page.goto("/configure")
  await page.clock.fastForward(60_000)
  await expect(menuLink(page, "Configure Auth.js")).toBeVisible()

  await page.goto("/install")
  await mark(page).scrollIntoViewIfNeeded()
  await page.clock.fastForward(5_000)
  await expect(menuLink(page, "Install the packages")).toBeVisible()
  await page.clock.fastForward(20_000)
  await expect(menuLink(page, "Install the packages (done)")).toBeVisible()
  await expect(done(page)).toBeVisible()
})

test("the steps are numbered, and the number is not a part of a link's name", async ({ page }) => {
  await page.goto("/install")
  const steps = page.getByRole("navigation", { name: "Guide" }).getByRole("list", { name: "Build" })
  expect(await steps.evaluate((list) => list.tagName)).toBe("OL")
  const numbers = await steps
    .locator(":scope > li > a")
    .evaluateAll((links) => links.map((link) => getComputedStyle(link, "::before").display))
  expect(numbers.length).toBeGreaterThan(4)
  expect(new Set(numbers)).toEqual(new Set(["grid"]))
})

test("a page to look things up in has no tick", async ({ page }) => {
  await page.goto("/glossary")
  await expect(mark(page)).toHaveCount(0)
})
