import { expect, test } from "@playwright/test"

for (const width of [390, 700, 1280])
  test(`at ${width} pixels, the header stays as it is while its end is still to come`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.goto("/glossary")
    const parts = page.locator("header > div > *")
    // What the parser has not come to is not there, whatever has been painted by then.
    const positions = () =>
      parts.evaluateAll((all) =>
        all.map((part) => {
          const { x, y, width } = part.getBoundingClientRect()
          return { x, y, width }
        }),
      )
    const whole = await positions()
    expect(whole.length).toBeGreaterThanOrEqual(6)
    for (let count = whole.length - 1; count > 0; count--) {
      await parts.last().evaluate((part) => part.remove())
      expect(await positions()).toEqual(whole.slice(0, count))
    }
  })
