import { expect, test } from "../support/fixtures"

// Firefox's own setting "Override the colors specified by the page": always.
test.use({ firefoxPreferences: { "browser.display.document_color_use": 2 } })

test("colors that the system forces leave what is chosen and what is focused to see", async ({
  page,
}) => {
  await page.goto("/install")
  await page.waitForLoadState("networkidle")
  expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true)
  const tabs = page.locator(".choice-tabs").first().locator("label")
  const borders = await tabs.evaluateAll((all) =>
    all.map((tab) => getComputedStyle(tab).borderBottomWidth),
  )
  expect(borders).toEqual(["2px", "0px", "0px", "0px"])
  const copy = page.getByRole("button", { name: "Copy code" }).first()
  await copy.focus()
  await page.keyboard.press("Shift+Tab")
  await page.keyboard.press("Tab")
  await expect(copy).toBeFocused()
  await expect(copy).toHaveCSS("outline-style", "solid")
})
