import { test } from "../support/fixtures"
import { expectFocusToShow } from "./focus"
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
        await expectFocusToShow(page, 400)
      })
  })
