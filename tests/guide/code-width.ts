import { expect, type Page } from "@playwright/test"

/** The reader's code is written to 72 columns, and a diff has two more. */
const columns = 74

/** By how many pixels lines of so many columns would be cut in each block of code. */
const cutColumns = (page: Page) =>
  page.evaluate((columns) => {
    // Code in a list is indented with its item.
    const blocks = [...document.querySelectorAll("article pre:has(> code):not(li *, figure *)")]
    return blocks
      .filter((pre) => pre.getClientRects().length > 0)
      .map((pre) => {
        const line = document.createElement("span")
        line.textContent = "x".repeat(columns)
        const code = pre.querySelector("code")
        const lines = [...(code?.childNodes ?? [])]
        code?.replaceChildren(line)
        const cut = pre.scrollWidth - pre.clientWidth
        code?.replaceChildren(...lines)
        return cut
      })
      .filter((cut) => cut > 0)
  }, columns)

/** Expects 72 columns to fit, and code that is wider to show so and to scroll by keyboard. */
export async function expectCodeToFit(page: Page) {
  expect.soft(await cutColumns(page), `${columns} columns`).toEqual([])
  const blocks = await page
    .locator(".code-block pre")
    .filter({ visible: true })
    .evaluateAll((all) =>
      all.map((pre) => ({
        columns: Math.max(...(pre.textContent ?? "").split("\n").map((line) => line.length)),
        isCut: pre.scrollWidth > pre.clientWidth,
        tabIndex: (pre as HTMLElement).tabIndex,
        name: pre.getAttribute("aria-label"),
        shadows: getComputedStyle(pre).backgroundImage.split("linear-gradient").length - 1,
        lines: pre.textContent?.slice(0, 60),
      })),
    )
  for (const { columns, isCut, tabIndex, name, shadows, lines } of blocks) {
    if (columns <= 72) expect.soft(isCut, lines).toBe(false)
    if (!isCut) continue
    expect.soft(tabIndex, lines).toBe(0)
    expect.soft(name, lines).toBeTruthy()
    expect.soft(shadows, lines).toBe(2)
  }
}
