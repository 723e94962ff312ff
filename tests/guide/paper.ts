import { expect, type Page } from "@playwright/test"

/** A4 with its margins, at 96 pixels an inch. */
export const a4 = { width: 672, height: 980 }

/**
 * Expects an open page to have its text and code on paper, uncut, and nothing to press, also for who
 * reads it in the dark. Leaves it dark.
 */
export async function expectPaper(page: Page, address: string) {
  const before = page.viewportSize()
  await page.setViewportSize(a4)
  await page.emulateMedia({ media: "print", colorScheme: "dark" })

  await expect.soft(page.getByRole("heading", { level: 1 }).first()).toBeVisible()
  const { origin } = new URL(page.url())
  await expect.soft
    .poll(() => page.evaluate(() => getComputedStyle(document.body, "::before").content))
    .toBe(`"${origin}${address}"`)
  await expect.soft(page.getByRole("banner")).toBeHidden()
  await expect.soft(page.getByRole("navigation").filter({ visible: true })).toHaveCount(0)
  await expect.soft(page.getByRole("region", { name: "Live demo" })).toBeHidden()
  await expect
    .soft(page.locator("button, select, textarea").filter({ visible: true }))
    .toHaveCount(0)

  expect.soft(await cutOnPaper(page), "cut").toEqual([])
  const hidden = await page.evaluate(() =>
    [...document.querySelectorAll("article .code-block pre [data-fold]")]
      .filter((lines) => lines.closest("pre")?.checkVisibility())
      .filter(
        (lines) =>
          !lines.checkVisibility() || getComputedStyle(lines).contentVisibility === "hidden",
      )
      .map((lines) => lines.textContent),
  )
  expect.soft(hidden, "hidden").toEqual([])

  await page.emulateMedia({ media: null })
  if (before) await page.setViewportSize(before)
}

/** Blocks of the text that are wider than the paper, or whose end can't be seen. */
export const cutOnPaper = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("article :is(pre, table, p, li)")]
      .filter((block) => block.checkVisibility())
      .filter(
        (block) =>
          block.getBoundingClientRect().right > document.documentElement.clientWidth + 1 ||
          block.scrollWidth > block.clientWidth + 1 ||
          (block.tagName === "PRE" && block.scrollHeight > block.clientHeight + 1),
      )
      .map((block) => `${block.tagName} ${block.textContent.slice(0, 60)}`),
  )
