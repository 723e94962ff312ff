import { expect, test } from "../support/fixtures"
import { readFocused } from "./focus"
import { looks } from "./guide-pages"

/** With every kind of control: tabs, folds, tables, a form, the chooser. */
const pages = [
  "/install",
  "/custom-sign-in-page",
  "/database",
  "/support-matrix",
  "/inspect",
  "/what-happens",
]

for (const { colorScheme, viewport } of looks)
  test.describe(`${colorScheme}, ${viewport.width} px wide`, () => {
    test.use({ colorScheme, viewport, contextOptions: { reducedMotion: "reduce" } })

    for (const address of pages)
      test(`on ${address}, what the keyboard comes to is seen, and shows it in one way`, async ({
        page,
      }) => {
        test.setTimeout(90_000)
        await page.goto(address)
        await page.waitForLoadState("networkidle")
        let count = 0
        for (; count < 400; count++) {
          await page.keyboard.press("Tab")
          const focused = await readFocused(page)
          if (!focused) break
          const { what, coveredBy, isInView, ring } = focused
          expect.soft(isInView, `${what} is in view`).toBe(true)
          expect.soft(coveredBy, `nothing covers ${what}`).toEqual([])
          expect.soft(ring?.style, `${what} shows the focus`).toBe("solid")
          expect.soft(ring?.width, what).toBe("2px")
          expect.soft(["2px", "-2px"], what).toContain(ring?.offset)
          expect.soft(ring?.contrast, `contrast of the ring of ${what}`).toBeGreaterThanOrEqual(3)
        }
        expect(count).toBeGreaterThan(20)
        expect(count).toBeLessThan(400)
      })
  })
