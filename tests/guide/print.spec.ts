import { expect, test } from "../support/fixtures"
import { a4 } from "./paper"

test.use({ viewport: a4, colorScheme: "dark" })

test("paper is white and text is black, whatever the reader's colors are", async ({ page }) => {
  await page.goto("/install")
  await page.getByLabel("Color scheme").selectOption("dark")
  await page.emulateMedia({ media: "print" })
  const colors = await page.evaluate(() => {
    const of = (selector: string) =>
      getComputedStyle(document.querySelector(selector) ?? document.body)
    return {
      page: of("body").backgroundColor,
      code: of(".code-block pre").backgroundColor,
      text: of("article p:not(.verified)").color,
      inCode: of(".code-block pre code").color,
    }
  })
  expect(colors.text).toMatch(/^rgb\((\d|[0-5]\d), (\d|[0-5]\d), (\d|[0-5]\d)\)$/)
  expect(colors.inCode).toBe("rgb(0, 0, 0)")
  for (const color of [colors.page, colors.code])
    expect(color).toMatch(/^rgba?\((255, 255, 255|0, 0, 0, 0)\)$/)
})

test("a link to another place says where it leads", async ({ page }) => {
  await page.goto("/quick-start")
  await page.emulateMedia({ media: "print" })
  const after = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((link) => getComputedStyle(link, "::after").content)
  expect(await after('article p a[href="https://nodejs.org"]')).toBe('" (https://nodejs.org)"')
  await page.goto("/existing-app")
  expect(await after('article p a[href^="#"]')).toBe("none")
})

test("folded code and closed details are open on paper", async ({ page }) => {
  await page.goto("/install")
  // React would remove what's added before it has taken over the page.
  await page.waitForLoadState("networkidle")
  await page.evaluate(() => {
    const folded = document.createElement("span")
    folded.dataset.fold = ""
    folded.setAttribute("hidden", "until-found")
    folded.innerHTML = "<span id='folded-line'>folded</span>"
    document.querySelector(".code-block pre code")?.append(folded)
    const details = document.createElement("details")
    details.innerHTML = "<summary>More</summary><p id='in-details'>in details</p>"
    document.querySelector("article")?.append(details)
  })
  const shows = () =>
    page.evaluate(() =>
      ["folded-line", "in-details"].map((id) => document.getElementById(id)?.checkVisibility()),
    )
  expect(await shows()).toEqual([false, false])
  await page.emulateMedia({ media: "print" })
  expect(await shows()).toEqual([true, true])
})

test("the names that a table is about stay whole", async ({ page }) => {
  await page.goto("/configure")
  await page.emulateMedia({ media: "print" })
  const lines = await page
    .locator("td:first-child > code", { hasText: /^(AUTH_SECRET|DATABASE_URL)$/ })
    .evaluateAll((names) => names.map((name) => name.getClientRects().length))
  expect(lines).toEqual([1, 1])
})
