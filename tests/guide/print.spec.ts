import { expect, test } from "../support/fixtures"
import { guidePages } from "./guide-pages"

// A4 with its margins, at 96 pixels an inch.
test.use({ viewport: { width: 672, height: 980 }, colorScheme: "dark" })

for (const { address } of guidePages)
  test(`${address} on paper has its text and code, uncut, and nothing to press`, async ({
    page,
  }) => {
    await page.goto(address)
    await page.emulateMedia({ media: "print" })

    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible()
    const { origin } = new URL(page.url())
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.body, "::before").content))
      .toBe(`"${origin}${address}"`)
    await expect(page.getByRole("banner")).toBeHidden()
    await expect(page.getByRole("navigation").filter({ visible: true })).toHaveCount(0)
    await expect(page.getByRole("region", { name: "Live demo" })).toBeHidden()
    await expect(page.locator("button, select, textarea").filter({ visible: true })).toHaveCount(0)

    const problems = await page.evaluate(() => {
      const problems: string[] = []
      const right = document.documentElement.clientWidth
      for (const block of document.querySelectorAll(
        "article pre, article table, article p, article li",
      )) {
        if (!block.checkVisibility()) continue
        if (
          block.getBoundingClientRect().right > right + 1 ||
          block.scrollWidth > block.clientWidth + 1 ||
          (block.tagName === "PRE" && block.scrollHeight > block.clientHeight + 1)
        )
          problems.push(`cut: ${block.tagName} ${block.textContent?.slice(0, 60)}`)
      }
      for (const lines of document.querySelectorAll("article .code-block pre [data-fold]"))
        if (
          lines.closest("pre")?.checkVisibility() &&
          (!lines.checkVisibility() || getComputedStyle(lines).contentVisibility === "hidden")
        )
          problems.push(`hidden: ${lines.textContent}`)
      return problems
    })
    expect(problems).toEqual([])
  })

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
