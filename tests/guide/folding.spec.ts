import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "@playwright/test"
import { root } from "../../scripts/root"
import { expect, test } from "../support/fixtures"

const address = "/custom-sign-in-page"

/** How many lines the file has. It folds if it has more than 40. */
const lineCount = readFileSync(
  join(root, "demo/recipes/custom-sign-in-page/passkeys/ceremony.ts"),
  "utf8",
)
  .trimEnd()
  .split("\n").length

/** The block of that file, two of whose lines are marked. */
const blockOf = (page: Page) => page.locator("[data-file='passkeys/ceremony.ts'] .code-block")

/** The lines of a block that show. */
const shownLines = (page: Page) =>
  blockOf(page)
    .locator("code")
    .evaluate((code) => {
      const shown = code.cloneNode(true) as Element
      const copies = shown.querySelectorAll("[data-fold]")
      code.querySelectorAll("[data-fold]").forEach((fold, index) => {
        if (getComputedStyle(fold).contentVisibility === "hidden") copies[index]?.remove()
      })
      return (shown.textContent ?? "").replace(/\n$/, "").split("\n")
    })

test("a long block shows what is marked in it, and the rest on demand", async ({ page }) => {
  await page.goto(address)
  const summary = blockOf(page).locator("summary")
  const shown = await shownLines(page)
  expect(shown.length).toBeLessThan(40)
  expect(shown.join("\n")).toContain(".create({")
  expect(shown.join("\n")).toContain(".get({")

  await expect(summary).toHaveText(`Show all ${lineCount} lines`, { useInnerText: true })
  await summary.focus()
  await page.keyboard.press("Enter")
  expect(await shownLines(page)).toHaveLength(lineCount)
  await expect(summary).toHaveText("Show fewer lines", { useInnerText: true })
  await summary.click()
  expect(await shownLines(page)).toEqual(shown)
})

test("what is folded shows when the browser goes to it", async ({ page }) => {
  await page.goto(address)
  // Headless browsers have no search on the page. It shows what it finds by the same steps as a link to a
  // fragment (HTML §6.1.1, ancestor revealing algorithm).
  const line = blockOf(page).getByText("names of the errors that")
  await line.evaluate((element) => {
    element.id = "found"
    location.hash = "found"
  })
  await expect(line).toBeInViewport()
  const shown = await shownLines(page)
  expect(shown.join("\n")).toContain("names of the errors that")
  // The rest stays folded.
  expect(shown.length).toBeLessThan(lineCount)
})

test("a folded block is printed whole", async ({ page }) => {
  await page.goto(address)
  await page.emulateMedia({ media: "print" })
  expect(await shownLines(page)).toHaveLength(lineCount)
  await expect(blockOf(page).getByText(`Show all ${lineCount} lines`)).toBeHidden()
})

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("a long block unfolds", async ({ page }) => {
    await page.goto(address)
    const last = blockOf(page).locator("[data-fold]").last()
    const height = async () => (await last.boundingBox())?.height ?? 0
    expect(await height()).toBe(0)
    await blockOf(page).getByText(`Show all ${lineCount} lines`).click()
    expect(await height()).toBeGreaterThan(100)
  })
})
