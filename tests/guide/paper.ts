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

  const problems = await page.evaluate(() => {
    const problems: string[] = []
    const right = document.documentElement.clientWidth
    for (const block of document.querySelectorAll(
      "article pre, article table, article p, article li",
    )) {
      if (!block.checkVisibility()) continue
      if (
        block.getBoundingClientRect().right > right + 1 ||
        block.scrollWidth > block.clientWidth + 1 ||
        (block.tagName === "PRE" && block.scrollHeight > block.clientHeight + 1)
      )
        problems.push(`cut: ${block.tagName} ${block.textContent?.slice(0, 60)}`)
    }
    for (const lines of document.querySelectorAll("article .code-block pre [data-fold]"))
      if (
        lines.closest("pre")?.checkVisibility() &&
        (!lines.checkVisibility() || getComputedStyle(lines).contentVisibility === "hidden")
      )
        problems.push(`hidden: ${lines.textContent}`)
    return problems
  })
  expect.soft(problems).toEqual([])

  await page.emulateMedia({ media: null })
  if (before) await page.setViewportSize(before)
}
