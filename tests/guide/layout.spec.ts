import type { Page } from "@playwright/test"
import { expect, test } from "../support/fixtures"

const phone = { width: 390, height: 844 }

/** The texts of those elements that are wider than the room they have, as they begin. */
const cut = (page: Page, selector: string) =>
  page
    .locator(selector)
    .filter({ visible: true })
    .evaluateAll((all) =>
      all
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent?.slice(0, 60)),
    )

test("on a phone, every cell of a table is in sight, with the name of its column", async ({
  page,
}) => {
  await page.setViewportSize(phone)
  for (const address of ["/options", "/security", "/signals", "/support-matrix"]) {
    await page.goto(address)
    await expect(page.getByRole("table").first()).toBeAttached()
    expect.soft(await cut(page, ".scrolling-table"), address).toEqual([])
  }
  await page.goto("/options")
  const cell = page.getByRole("cell", { name: "300000" }).first()
  const label = await cell.evaluate((cell) => getComputedStyle(cell, "::before").content)
  expect(label).toBe('"default: "')
  const option = page.getByRole("cell", { name: "registrationOptions.timeout" }).first()
  const [above, below] = await Promise.all([option.boundingBox(), cell.boundingBox()])
  expect(below?.y).toBeGreaterThan(above?.y ?? Infinity)
  expect(below?.width).toBeGreaterThan(300)
})

test("commands, data and what was recorded wrap, rather than being cut", async ({ page }) => {
  for (const width of [phone.width, 1280]) {
    await page.setViewportSize({ ...phone, width })
    for (const [address, selector] of [
      ["/configure", ".wraps pre"],
      ["/deploy", ".wraps pre"],
      ["/what-happens", "pre[data-part]"],
    ] as const) {
      await page.goto(address)
      expect(await page.locator(selector).count()).toBeGreaterThan(0)
      expect.soft(await cut(page, selector), `${address}, ${width} px wide`).toEqual([])
    }
  }
})

test("the foot of a page begins where its text does", async ({ page }) => {
  for (const [address, width] of [
    ["/", 390],
    ["/", 1280],
    ["/glossary", 390],
    ["/glossary", 768],
  ] as const) {
    await page.setViewportSize({ ...phone, width })
    await page.goto(address)
    const text = await page.getByRole("heading", { level: 1 }).boundingBox()
    const foot = await page.getByRole("contentinfo").getByRole("paragraph").boundingBox()
    expect.soft(foot?.x, `${address}, ${width} px wide`).toBe(text?.x)
  }
})

test("a heading has only the distances that its page or dialog gives it", async ({ page }) => {
  await page.goto("/glossary")
  const margins = await page.evaluate(() =>
    [1, 2, 3, 4, 5, 6].map((level) => {
      const heading = document.createElement(`h${level}`)
      document.body.append(heading)
      return getComputedStyle(heading).margin
    }),
  )
  expect(new Set(margins)).toEqual(new Set(["0px"]))
})

test("the narrowest phone shows the whole name of the site, and its promise in few lines", async ({
  page,
}) => {
  await page.setViewportSize({ ...phone, width: 320 })
  await page.goto("/")
  expect(await cut(page, "header a > span")).toEqual([])
  const second = page.getByRole("heading", { level: 1 }).locator("em")
  const [height, lineHeight] = await second.evaluate((element) => [
    element.clientHeight,
    parseFloat(getComputedStyle(element).lineHeight),
  ])
  expect(height).toBeLessThan((lineHeight ?? 0) * 1.5)
})
