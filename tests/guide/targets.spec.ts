import type { Page } from "@playwright/test"
import { expect, test } from "../support/fixtures"
import { guidePages } from "./guide-pages"

test.use({ viewport: { width: 390, height: 844 } })

/** WCAG 2.2, target size (minimum), in CSS pixels. */
const leastPx = 24

/** What can be pressed, and is smaller than it should be. A link in a sentence may be. */
const smallTargets = (page: Page) =>
  page.evaluate((leastPx) => {
    const isInSentence = (element: Element) =>
      getComputedStyle(element).display === "inline" &&
      element.parentElement?.textContent.trim() !== element.textContent.trim()
    return [
      ...document.querySelectorAll<HTMLElement>(
        "a[href], button, input, select, summary, textarea",
      ),
    ]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => element.tabIndex >= 0 && !isInSentence(element))
      .map((element) => {
        // A label is a part of the target of its control.
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
        const boxes = [element, ...labels].map((one) => one.getBoundingClientRect())
        const width = Math.max(...boxes.map((box) => box.width))
        const height = Math.max(...boxes.map((box) => box.height))
        const what = `${element.tagName.toLowerCase()} ${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40)}`
        return { what, width, height }
      })
      .filter(({ width, height }) => width < leastPx || height < leastPx)
      .map(({ what, width, height }) => `${what}: ${width.toFixed(1)} × ${height.toFixed(1)}`)
  }, leastPx)

/** The names of headings in the browser's accessibility tree. */
async function headingNames(page: Page) {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send("Accessibility.getFullAXTree")
  await session.detach()
  return nodes
    .filter(({ role, ignored }) => role?.value === "heading" && !ignored)
    .map(({ name }) => String(name?.value).trim())
}

const squeeze = (text: string) => text.replace(/\s+/g, " ").trim()

for (const { address } of guidePages)
  test(`${address} has targets to hit, headings named by their text, and room in narrow windows`, async ({
    page,
    demo,
  }) => {
    await page.goto(address)
    await demo.region.scrollIntoViewIfNeeded()
    await expect(demo.region).toContainText("Runs on")
    for (const summary of await page.locator("summary").filter({ visible: true }).all())
      if (await summary.isVisible()) await summary.click()
    expect.soft(await smallTargets(page)).toEqual([])

    const texts = await page
      .locator(":is(h1, h2, h3, h4)")
      .evaluateAll((all) =>
        all.filter((heading) => heading.checkVisibility()).map(({ textContent }) => textContent),
      )
    expect.soft((await headingNames(page)).map(squeeze)).toEqual(texts.map(squeeze))

    // 200 % in a window of 1280 px, and the narrowest phone.
    for (const width of [640, 320]) {
      await page.setViewportSize({ width, height: 512 })
      const scrollWidth = await page.evaluate(() => document.scrollingElement?.scrollWidth)
      expect.soft(scrollWidth, `${width} px wide`).toBeLessThanOrEqual(width)
    }
  })
