import { expect, type Page } from "@playwright/test"
import { choiceNames, defaultOf, valuesOf } from "../../components/choices"

/** What each varied block of a page shows now: the number of its variants that can be seen. */
const variantsInSight = (page: Page) =>
  page.evaluate(() => {
    const variesBy = (element: Element) => element.getAttributeNames().sort().join(" ")
    const valuesOf = (element: Element) =>
      [element.getAttribute("data-database"), element.getAttribute("data-package-manager")]
        .join(" ")
        .split(" ")
        .filter(Boolean)
    const groups: Element[][] = []
    for (const element of document.querySelectorAll("article div.choice")) {
      const group = groups.at(-1)
      const values = valuesOf(element)
      // What is shown for a value that the group before has shown is the next block.
      if (
        group?.at(-1) === element.previousElementSibling &&
        group.every((other) => variesBy(other) === variesBy(element)) &&
        !group.flatMap(valuesOf).some((value) => values.includes(value))
      )
        group.push(element)
      else groups.push([element])
    }
    return groups.map((group) => {
      // What is prose may stand for two choices that overlap. Of code there is one variant.
      if (!group.every((element) => element.querySelector("pre"))) return 0
      return group.filter((element) => element.getClientRects().length > 0).length
    })
  })

const combinations = valuesOf("database").flatMap((database) =>
  valuesOf("packageManager").map((packageManager) => ({ database, packageManager })),
)

const defaults = Object.fromEntries(choiceNames.map((name) => [name, defaultOf(name)]))

/** Shows an open page as it is for somebody who has chosen, without the chooser: chooser.spec.ts works it. */
export const showFor = (page: Page, chosen: Record<string, string> = defaults) =>
  page.evaluate((values) => {
    Object.assign(document.documentElement.dataset, values)
  }, chosen)

/** Expects an open page to show one variant of each block, whatever is chosen. */
export async function expectOneVariantEach(page: Page) {
  for (const chosen of combinations) {
    await showFor(page, chosen)
    const seen = (await variantsInSight(page)).filter((count) => count !== 0)
    expect.soft(new Set(seen), JSON.stringify(chosen)).toEqual(new Set(seen.length ? [1] : []))
  }
  await showFor(page)
}
