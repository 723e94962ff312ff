import type { Page } from "@playwright/test"
import { expect, test } from "../support/fixtures"

/** Pastes what is in the clipboard, as a reader does. */
async function paste(page: Page) {
  await page.evaluate(() => {
    const field = document.createElement("textarea")
    field.id = "paste-here"
    document.body.prepend(field)
  })
  const field = page.locator("#paste-here")
  await field.press("ControlOrMeta+V")
  return field.inputValue()
}

/** What screen readers are told. */
const status = (page: Page, words: string) => page.getByRole("status").filter({ hasText: words })

const copyButton = (page: Page) => page.getByRole("button", { name: "Copy page" })

for (const [where, width] of [
  ["beside the text", 1280],
  ["at its end, on a phone", 390],
] as const)
  test.describe(where, () => {
    test.use({ viewport: { width, height: 844 }, permissions: ["clipboard-write"] })

    test("the page is copied by keyboard, in the reader's choices, and that is announced", async ({
      page,
      request,
    }) => {
      await page.goto("/database/from-scratch?database=postgresql&packageManager=pnpm")
      await expect(copyButton(page)).toHaveCount(1)
      await copyButton(page).focus()
      await page.keyboard.press("Enter")
      await expect(status(page, "Copied")).toBeAttached()
      await expect(copyButton(page)).toBeFocused()
      const pasted = await paste(page)
      const file = "/database/from-scratch.md?database=postgresql&packageManager=pnpm"
      expect(pasted).toBe(await (await request.get(file)).text())
      expect(pasted).toContain("pnpm exec prisma")
    })

    test("the link beside it shows what is copied, also after another choice", async ({ page }) => {
      await page.goto("/database/from-scratch")
      const link = page.getByRole("link", { name: "View as Markdown" })
      await expect(link).toHaveAttribute(
        "href",
        "/database/from-scratch.md?database=sqlite&packageManager=npm",
      )
      await page.getByLabel("Database").selectOption("mysql")
      await expect(link).toHaveAttribute("href", /\?database=mysql&packageManager=npm$/)
      await link.click()
      await expect(page).toHaveURL(
        /\/database\/from-scratch\.md\?database=mysql&packageManager=npm$/,
      )
      await expect(page.locator("pre")).toContainText("for MySQL or MariaDB with npm")
    })
  })

test("the page that is copied is the one that was reached by a link", async ({ page }) => {
  await page.goto("/install")
  const asked = page.waitForRequest((one) => one.url().includes("/glossary.md?"))
  await page
    .getByRole("navigation", { name: "Guide" })
    .getByRole("link", { name: "Glossary" })
    .click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Glossary")
  await copyButton(page).click()
  await asked
})

test("a page that can't be loaded isn't copied, and the reader is told", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-write"])
  await page.goto("/install")
  await page.route("**/install.md?*", (route) => route.fulfill({ status: 503, body: "busy" }))
  await copyButton(page).click()
  await expect(status(page, "Not copied. Try again.")).toBeAttached()
  await expect(copyButton(page)).toHaveAttribute("data-copy-code", "refused")
  await page.unroute("**/install.md?*")
  await copyButton(page).click()
  await expect(status(page, "Copied")).toBeAttached()
})

test("the reader is told that the browser doesn't allow it", async ({ page }) => {
  await page.goto("/install")
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException("", "NotAllowedError"))
  })
  await copyButton(page).click()
  await expect(status(page, "Not copied. Try again.")).toBeAttached()
})

test("pages name their Markdown in the head, and error pages have none", async ({ page }) => {
  const alternate = page.locator('link[rel="alternate"][type="text/markdown"]')
  await page.goto("/")
  await expect(alternate).toHaveAttribute("href", "/index.md")
  await page.goto("/no-such-page")
  await expect(alternate).toHaveCount(0)
  await expect(copyButton(page)).toHaveCount(0)
})

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })

  test("the link is there, and no button that does nothing", async ({ page }) => {
    await page.goto("/install")
    await expect(copyButton(page)).toHaveCount(0)
    const link = page.getByRole("link", { name: "View as Markdown" })
    await expect(link).toHaveAttribute("href", "/install.md")
    await link.click()
    await expect(page.locator("pre")).toContainText("# Install the packages")
  })
})
