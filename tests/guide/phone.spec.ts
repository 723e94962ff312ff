import { expect, test } from "../support/fixtures"

test.use({ viewport: { width: 390, height: 844 } })

test("the headings of a page are below its title, and lead to the text", async ({ page }) => {
  await page.goto("/configure")
  const contents = page.getByRole("navigation", { name: "On this page" })
  await expect(contents).toBeHidden()
  const summary = page.getByText("On this page", { exact: true }).filter({ visible: true })
  await summary.focus()
  await page.keyboard.press("Enter")
  await expect(contents).toBeVisible()
  const headings = await page
    .locator("article :is(h2, h3)[id]")
    .filter({ visible: true })
    .allInnerTexts()
  expect(await contents.getByRole("link").allInnerTexts()).toEqual(headings)

  await contents.getByRole("link").last().click()
  await expect(page.getByRole("heading", { name: headings.at(-1), exact: true })).toBeInViewport()
})

test("the chooser stays in reach below the header", async ({ page }) => {
  await page.goto("/database")
  await page.evaluate(() => document.getElementById("apply-it")?.scrollIntoView())
  await page.evaluate(() => scrollBy(0, 600))
  await expect(page.getByLabel("Database")).toBeInViewport()
  await page.getByLabel("Database").selectOption("mysql")
  await expect(page.locator("html")).toHaveAttribute("data-database", "mysql")
  const height = await page.locator(".chooser").evaluate((chooser) => chooser.clientHeight)
  expect(height).toBeLessThanOrEqual(48)
})

test("a heading that is linked to is not behind the chooser", async ({ page }) => {
  await page.goto("/database")
  const ids = await page.locator("article h2[id]").evaluateAll((all) => all.map(({ id }) => id))
  expect(ids.length).toBeGreaterThan(2)
  for (const id of ids) {
    await page.goto(`/database#${id}`)
    const [heading, chooser] = await Promise.all([
      page.locator(`#${id}`).boundingBox(),
      page.locator(".chooser").boundingBox(),
    ])
    expect.soft(heading?.y, id).toBeGreaterThanOrEqual((chooser?.y ?? 0) + (chooser?.height ?? 0))
  }
})

test("a page that is the same for everybody has no chooser", async ({ page }) => {
  await page.goto("/glossary")
  await expect(page.locator(".chooser")).toHaveCount(0)
  await page.goto("/built-in-sign-in-page")
  await expect(page.getByLabel("Package manager")).toHaveCount(1)
  await expect(page.getByLabel("Database")).toHaveCount(0)
})
