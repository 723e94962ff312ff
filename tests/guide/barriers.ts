import type { Page } from "@playwright/test"
import axe from "axe-core"

declare global {
  interface Window {
    axe: typeof axe
  }
}

/**
 * Leaves one word of code for each colour and what it stands on. axe looks for the ground of every
 * word anew, which takes half a minute where there are thousands.
 *
 * @returns Puts the other words back, each in its place.
 */
async function thinOutCode(page: Page) {
  const places = await page.evaluateHandle(() => {
    const places: [Comment, Element][] = []
    const seen = new Set<string>()
    for (const word of document.querySelectorAll("pre code :not(span, mark)")) {
      const look = `${word.parentElement?.localName === "mark"} ${word.localName}`
      if (seen.has(look)) {
        const place = document.createComment("")
        word.replaceWith(place)
        places.push([place, word])
      } else if (word.getClientRects().length > 0) seen.add(look)
    }
    return places
  })
  return async function putBack() {
    await places.evaluate((all) => all.forEach(([place, word]) => place.replaceWith(word)))
    await places.dispose()
  }
}

/**
 * What axe finds that keeps people from using a page or is against good practice, of every impact.
 *
 * @param within The part of the page to look at, as a selector. By default, all of it.
 */
export async function barriers(page: Page, within = "html"): Promise<string[]> {
  // Once for each document: axe is half a megabyte.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source)
  const putBack = await thinOutCode(page)
  const found = await page.evaluate(async (within) => {
    // By default it also describes every element that passes, which takes longer than to find the others.
    const { violations } = await window.axe.run(within, { resultTypes: ["violations"] })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    )
  }, within)
  await putBack()
  return found
}
