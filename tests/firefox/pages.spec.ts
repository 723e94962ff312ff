import { barriers } from "../guide/barriers"
import { expectFocusToShow } from "../guide/focus"
import { a4, cutOnPaper } from "../guide/paper"
import { expect, test } from "../support/fixtures"
import { putOnPaper } from "./media"

/** Each has something that the others lack: the front page, steps, pictures, forms, wide tables, trees. */
const pages = [
  { address: "/", colors: "dark" },
  { address: "/quick-start", colors: "light" },
  { address: "/database", colors: "dark" },
  { address: "/custom-sign-in-page", colors: "light" },
  { address: "/what-happens", colors: "dark" },
  { address: "/break-it", colors: "light" },
  { address: "/inspect", colors: "dark" },
  { address: "/support-matrix", colors: "light" },
]

test.use({ viewport: { width: 1280, height: 900 } })

for (const { address, colors } of pages)
  test(`${address} has no barriers, scrolls in one direction, and is whole on paper`, async ({
    page,
  }) => {
    test.setTimeout(60_000)
    const errors: string[] = []
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text())
    })
    page.on("pageerror", (error) => errors.push(error.message))
    await page.goto(address)
    await page.waitForLoadState("networkidle")
    await page.getByLabel("Color scheme").selectOption(colors)
    expect.soft(await barriers(page), colors).toEqual([])
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 })
      const scrolled = await page.evaluate(() => document.scrollingElement?.scrollWidth)
      expect.soft(scrolled, `${width} px`).toBeLessThanOrEqual(width)
    }
    expect.soft(errors).toEqual([])

    await page.setViewportSize(a4)
    await putOnPaper(page)
    await expect.soft(page.getByRole("region", { name: "Live demo" })).toBeHidden()
    await expect.soft(page.getByRole("navigation").filter({ visible: true })).toHaveCount(0)
    expect.soft(await cutOnPaper(page)).toEqual([])
  })

test("what the keyboard comes to is seen, and shows it in one way", async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto("/install")
  await page.waitForLoadState("networkidle")
  await expectFocusToShow(page, 300)
})

test("what a reader opens has no barriers: the search, the menu, the demo's sheet, their rows", async ({
  page,
  demo,
  authenticator,
}) => {
  test.setTimeout(90_000)
  await page.goto("/glossary")
  await page.getByRole("combobox", { name: "Search the guide" }).pressSequentially("passkey")
  await expect(page.getByRole("search").getByRole("option").first()).toBeVisible()
  expect.soft(await barriers(page), "search").toEqual([])
  await page.keyboard.press("Escape")

  await demo.open()
  await demo.register()
  expect(await authenticator.credentials()).toHaveLength(1)
  await demo.button("See your rows").click()
  const rows = page.getByRole("dialog", { name: "Your rows in the database" })
  await expect(rows.getByRole("region", { name: "Authenticator rows" })).toBeVisible()
  expect.soft(await barriers(page), "rows").toEqual([])
  await page.keyboard.press("Escape")

  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole("button", { name: "Menu" }).click()
  await expect(page.getByRole("dialog", { name: "Menu" })).toBeVisible()
  expect.soft(await barriers(page), "menu").toEqual([])
  await page.keyboard.press("Escape")
  await page.getByRole("button", { name: "Try it" }).click()
  await expect(demo.region).toBeInViewport()
  expect.soft(await barriers(page), "sheet").toEqual([])
})
