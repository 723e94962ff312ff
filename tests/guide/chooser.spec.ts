import { choiceNames, choices, valuesOf } from "../../components/choices"
import { expect, test } from "../support/fixtures"

test("a choice survives a reload and a change of page, and stands in the address", async ({
  page,
}) => {
  await page.goto("/database")
  await page.getByLabel("Database").selectOption("postgresql")
  await expect(page).toHaveURL(/\?database=postgresql$/)
  await expect(page.locator("article")).toContainText('CONSTRAINT "Authenticator_pkey"')

  await page.goto("/configure")
  await expect(page.getByLabel("Database")).toHaveValue("postgresql")
  await expect(page.getByText("new PrismaPg").first()).toBeVisible()
  await expect(
    page.getByText("new PrismaLibSql({ url: process.env").filter({ visible: true }),
  ).toHaveCount(0)
})

test("the address chooses, and its choice is remembered", async ({ page }) => {
  await page.goto("/install?database=postgresql&packageManager=pnpm")
  await expect(page.getByText("pnpm add --save-exact next-auth@")).toBeVisible()
  await page.goto("/database")
  await expect(page.getByText("pnpm exec prisma migrate dev --name passkeys")).toBeVisible()
  await expect(page.getByLabel("Database")).toHaveValue("postgresql")
})

test("an address that names no option leaves the default", async ({ page }) => {
  await page.goto("/install?database=__proto__&packageManager=x")
  await expect(page.getByLabel("Database")).toHaveValue("sqlite")
  await expect(page.getByText("npm install --save-exact next-auth@")).toBeVisible()
})

test("the chooser is worked by keyboard", async ({ page }) => {
  await page.goto("/database")
  await page.getByLabel("Database").focus()
  await page.keyboard.press("ArrowDown")
  await expect(page.getByLabel("Database")).toHaveValue("postgresql")
  await expect(page.locator("html")).toHaveAttribute("data-database", "postgresql")
})

// Firefox reports no layout shifts.
test("nothing moves on load with a remembered choice", { tag: "@chromium" }, async ({ page }) => {
  await page.goto("/database?database=postgresql&packageManager=bun")
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as unknown as { value: number }).value)
    }).observe({ type: "layout-shift", buffered: true })
  })
  await page.goto("/database", { waitUntil: "networkidle" })
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([])
})

// Playwright switches it off in Chromium only.
test.describe("without JavaScript", { tag: "@chromium" }, () => {
  test.use({ javaScriptEnabled: false })

  test("every variant is there, under its name", async ({ page }) => {
    await page.goto("/database")
    for (const name of choiceNames)
      for (const value of valuesOf(name))
        await expect(
          page.locator(`article div.choice[data-label="${choices[name].options[value]}"]`).first(),
        ).toBeVisible()
  })
})
