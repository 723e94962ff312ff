import { expect, type Page } from "@playwright/test"

/** WCAG 2.2, target size (minimum), in CSS pixels. */
const leastPx = 24

/**
 * What can be pressed, and is smaller than it should be. Two exceptions of WCAG 2.2, 2.5.8: a link in a
 * sentence, and a target with room around it, so that a circle of `leastPx` touches no other one.
 */
const smallTargets = (page: Page) =>
  page.evaluate((leastPx) => {
    const isInSentence = (element: Element) =>
      getComputedStyle(element).display === "inline" &&
      element.parentElement?.textContent.trim() !== element.textContent.trim()
    const targets = [
      ...document.querySelectorAll<HTMLElement>(
        "a[href], button, input, select, summary, textarea",
      ),
    ]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => element.tabIndex >= 0)
      .map((element) => {
        // A label is a part of the target of its control.
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
        const boxes = [element, ...labels].map((one) => one.getBoundingClientRect())
        const [box = boxes[0]] = boxes.sort((one, other) => other.width - one.width)
        return { element, box: box ?? new DOMRect() }
      })
    const distance = (one: DOMRect, other: DOMRect) => {
      const x = one.left + one.width / 2
      const y = one.top + one.height / 2
      const toLeft = Math.max(other.left - x, 0, x - other.right)
      const toTop = Math.max(other.top - y, 0, y - other.bottom)
      return Math.hypot(toLeft, toTop)
    }
    return targets
      .filter(({ element }) => !isInSentence(element))
      .filter(({ box }) => box.width < leastPx || box.height < leastPx)
      .filter(({ element, box }) =>
        targets.some(
          (other) => other.element !== element && distance(box, other.box) < leastPx / 2,
        ),
      )
      .map(({ element, box }) => {
        const name = element.getAttribute("aria-label") ?? element.textContent
        return `${element.tagName.toLowerCase()} ${name.trim().slice(0, 40)}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`
      })
  }, leastPx)

/** The names of headings in the browser's accessibility tree, which is not in the order of the page. */
async function headingNames(page: Page) {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send("Accessibility.getFullAXTree")
  await session.detach()
  return nodes
    .filter(({ role, ignored }) => role?.value === "heading" && !ignored)
    .map(({ name }) => String(name?.value).trim())
}

/** Without spaces: a browser puts some between the parts of a heading. */
const squeeze = (text: string) => text.replace(/\s+/g, "")

/** Expects an open page to have targets to hit, and headings that are named by their text. */
export async function expectTargets(page: Page) {
  expect.soft(await smallTargets(page), "targets").toEqual([])
  const texts = await page
    .locator(":is(h1, h2, h3, h4)")
    .evaluateAll((all) =>
      all.filter((heading) => heading.checkVisibility()).map(({ textContent }) => textContent),
    )
  const names = (await headingNames(page)).map(squeeze)
  expect.soft(names.sort(), "names of headings").toEqual(texts.map(squeeze).sort())
}
