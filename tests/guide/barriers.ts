import AxeBuilder from "@axe-core/playwright"
import type { Page } from "@playwright/test"

/**
 * Leaves one word of code for each colour and what it stands on. axe looks for the ground of every
 * word anew, which takes half a minute where there are thousands.
 */
const thinOutCode = (page: Page) =>
  page.evaluate(() => {
    const seen = new Set<string>()
    for (const word of document.querySelectorAll("pre code :not(span, mark)")) {
      const look = `${word.parentElement?.localName === "mark"} ${word.localName}`
      if (seen.has(look)) word.remove()
      else if (word.getClientRects().length > 0) seen.add(look)
    }
  })

/** What axe finds in the page that keeps people from using it. */
export async function barriers(page: Page) {
  const axe = new AxeBuilder({ page })
  await thinOutCode(page)
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)
}
