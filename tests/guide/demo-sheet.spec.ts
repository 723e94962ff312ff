import type { Page } from "@playwright/test"
import { expect, signedInAs, test } from "../support/fixtures"

test.use({ viewport: { width: 390, height: 844 } })

const tryIt = (page: Page) => page.getByRole("button", { name: "Try it" })

test("on a phone the demo opens as a sheet, in reach from anywhere in the text", async ({
  page,
  demo,
}) => {
  await page.goto("/glossary")
  await expect(demo.region).not.toBeInViewport()
  await expect(tryIt(page)).toHaveAttribute("aria-expanded", "false")
  await tryIt(page).click()
  await expect(demo.region).toBeInViewport()
  await expect(demo.region).toBeFocused()
  await expect(demo.region).toContainText("Runs on")
  await expect(tryIt(page)).toHaveAttribute("aria-expanded", "true")
  // The text above it can still be read.
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport()

  await page.keyboard.press("Escape")
  await expect(demo.region).not.toBeInViewport()
  await expect(tryIt(page)).toBeFocused()
})

test("a ceremony in the sheet goes on while the reader goes to another page", async ({
  page,
  demo,
  authenticator,
}) => {
  await page.goto("/glossary")
  await tryIt(page).click()
  await demo.register()
  const name = await signedInAs(demo).locator("strong").innerText()
  expect(await authenticator.credentials()).toHaveLength(1)

  await page.getByRole("button", { name: "Menu" }).click()
  await page
    .getByRole("navigation", { name: "Guide" })
    .getByRole("link", { name: "Support matrix" })
    .click()
  await page.waitForURL("/support-matrix")
  await expect(demo.region).toBeInViewport()
  await expect(signedInAs(demo)).toContainText(name)
  await page.getByRole("button", { name: "Close the live demo" }).click()
  await expect(demo.region).not.toBeInViewport()
})

test("the sheet can be closed wherever the reader has scrolled it to", async ({ page, demo }) => {
  await page.setViewportSize({ width: 768, height: 360 })
  await page.goto("/glossary")
  await tryIt(page).click()
  await demo.open()
  // Behind the sheet, it would stick out.
  await expect(tryIt(page)).toBeHidden()
  await demo.region.getByText("Runs on").evaluate((last) => last.scrollIntoView())
  await expect(demo.region.getByRole("heading", { name: "Live demo" })).not.toBeInViewport()
  await page.getByRole("button", { name: "Close the live demo" }).click()
  await expect(demo.region).not.toBeInViewport()
  await expect(tryIt(page)).toBeFocused()
})

test("a sheet that is open where the window becomes wide goes back beside the text", async ({
  page,
  demo,
}) => {
  await page.goto("/glossary")
  await tryIt(page).click()
  await expect(demo.region).toBeInViewport()
  await page.setViewportSize({ width: 1280, height: 900 })
  await expect(tryIt(page)).toBeHidden()
  const box = await demo.region.boundingBox()
  expect(box?.x).toBeGreaterThan(640)
  expect(box?.y).toBeLessThan(200)
})

// Playwright switches it off in Chromium only.
test.describe("without JavaScript", { tag: "@chromium" }, () => {
  test.use({ javaScriptEnabled: false })

  test("the sheet opens", async ({ page, demo }) => {
    await page.goto("/glossary")
    await tryIt(page).click()
    await expect(demo.region).toBeInViewport()
  })
})
