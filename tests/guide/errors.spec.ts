import { expect, test } from "../support/fixtures"
import { barriers } from "./barriers"
import { errorAddresses } from "./guide-pages"
import { expectLinks } from "./links"

test.use({ viewport: { width: 390, height: 844 } })

/** How many pages a test visits. */
const groupSize = 16

/** What the HTML of an error's page may have. Most of it is the menu. */
const mostBytes = 60_000

const groups = Array.from({ length: Math.ceil(errorAddresses.length / groupSize) }, (_, index) =>
  errorAddresses.slice(index * groupSize, (index + 1) * groupSize),
)

for (const [index, addresses] of groups.entries())
  test(`the pages of errors can be read by everybody and lead on (${index + 1})`, async ({
    page,
    request,
  }) => {
    test.setTimeout(addresses.length * 6_000)
    const violations: string[] = []
    page.on("console", (message) => {
      if (message.type() === "error") violations.push(message.text())
    })
    for (const address of addresses) {
      const response = await page.goto(address)
      const html = (await response?.text()) ?? ""
      expect.soft(html.length, `HTML of ${address}`).toBeLessThan(mostBytes)
      expect.soft(await page.locator(".error-messages pre").count(), address).toBeGreaterThan(0)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect.soft(width, `${address} doesn't scroll sideways`).toBeLessThanOrEqual(390)
      expect.soft(await barriers(page), address).toEqual([])
      await expectLinks(page, request, address)
    }
    expect.soft(violations).toEqual([])
  })

test("the index has every error by step, by place and by message, also without script", async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ baseURL, javaScriptEnabled: false })
  await page.goto("/errors")
  for (const address of errorAddresses)
    expect
      .soft(await page.locator(`main a[href="${address}"]`).count(), address)
      .toBeGreaterThanOrEqual(3)
  await page.close()
})

test("a link leads to an error's page without loading a document, and the menu marks Errors", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto("/errors")
  await page.waitForLoadState("networkidle")
  await page.evaluate(() => Object.assign(window, { stays: true }))
  const title = "MissingAdapter: WebAuthn requires an adapter"
  await page.getByRole("main").getByRole("link", { name: title, exact: true }).first().click()
  await page.waitForURL("/errors/missing-adapter")
  await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible()
  await expect(page.getByRole("heading", { name: "Causes" })).toBeVisible()
  expect(await page.evaluate(() => "stays" in window)).toBe(true)

  const marked = page.getByRole("navigation", { name: "Guide" }).locator("[aria-current]")
  await expect(marked).toHaveText(["Errors"])
  await expect(marked).toHaveAttribute("aria-current", "true")

  await page.reload()
  await page.goBack()
  await expect(page.getByRole("heading", { name: "By message" })).toBeVisible()
})

test("the search leads from a message with a reader's values to its page", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto("/glossary")
  const message =
    'Error: Unexpected authentication response origin "https://www.shop.example", expected "https://shop.example"'
  await page.getByRole("combobox", { name: "Search" }).fill(message)
  await expect(page.getByRole("option").first()).toContainText("Unexpected response origin")
  await page.keyboard.press("Enter")
  await page.waitForURL(/\/errors\/unexpected-origin/)
  await expect(
    page.getByRole("heading", { name: "Unexpected response origin", level: 1 }),
  ).toBeVisible()
})
