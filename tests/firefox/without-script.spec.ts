import { caseNames } from "../../demo/live/lab/case-names"
import { expect, test } from "../support/fixtures"

// Playwright's `javaScriptEnabled` does nothing here.
test.use({
  firefoxPreferences: { "javascript.enabled": false },
  viewport: { width: 390, height: 844 },
})

test("the menu of a phone opens and leads on, and the demo's sheet opens", async ({
  page,
  demo,
}) => {
  await page.goto("/glossary")
  expect(await page.evaluate(() => matchMedia("(scripting: none)").matches)).toBe(true)
  const link = page
    .getByRole("navigation", { name: "Guide" })
    .getByRole("link", { name: "Support matrix" })
  await expect(link).toBeHidden()
  await page.getByRole("button", { name: "Menu" }).click()
  await link.click()
  await page.waitForURL("/support-matrix")

  await page.getByRole("button", { name: "Try it" }).click()
  await expect(demo.region).toBeInViewport()
})

test("every case of the lab says in text what happens", async ({ page }) => {
  await page.goto("/break-it")
  await expect(page.getByRole("radio").filter({ visible: true })).toHaveCount(0)
  for (const name of caseNames) {
    const explained = page.locator(`#${name}-explained`)
    await explained.getByText("What happens, and the fix").click()
    await expect(explained.locator("p").first()).toBeVisible()
  }
})
