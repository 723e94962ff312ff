import { expect, type Page } from "@playwright/test"

/**
 * Goes through an open page by Tab, and expects whatever gets the focus to be in view, covered by nothing,
 * and to show it in the one way that this site has.
 *
 * @param most How many there are at most. There must be more than twenty.
 */
export async function expectFocusToShow(page: Page, most: number) {
  let count = 0
  for (; count < most; count++) {
    await page.keyboard.press("Tab")
    const focused = await readFocused(page)
    if (!focused) break
    const { what, coveredBy, isInView, ring } = focused
    expect.soft(isInView, `${what} is in view`).toBe(true)
    expect.soft(coveredBy, `nothing covers ${what}`).toEqual([])
    expect.soft(ring?.style, `${what} shows the focus`).toBe("solid")
    expect.soft(ring?.width, what).toBe("2px")
    expect.soft(["2px", "-2px"], what).toContain(ring?.offset)
    expect.soft(ring?.contrast, `contrast of the ring of ${what}`).toBeGreaterThanOrEqual(3)
  }
  expect(count).toBeGreaterThan(20)
  expect(count).toBeLessThan(most)
}

/** What the keyboard has come to. */
type Focused = {
  /** Its tag, and its name or its first words. */
  what: string
  /** What covers one of its corners, or its middle. Empty if nothing does. */
  coveredBy: string[]
  /** Whether a part of it is in the window. */
  isInView: boolean
  /** The outline of the element itself, or of the label that shows the focus of a native control. */
  ring: { style: string; width: string; offset: string; contrast: number } | undefined
}

/** Tells what has the focus, and how that shows. `undefined` if nothing has it. */
const readFocused = (page: Page): Promise<Focused | undefined> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return undefined
    const name = element.getAttribute("aria-label") ?? element.textContent
    const what = `${element.tagName.toLowerCase()} ${name.trim().slice(0, 40)}`

    // A link that is broken into two lines has two boxes.
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect()
    const top = Math.max(box.top, 0)
    const bottom = Math.min(box.bottom, innerHeight)
    const left = Math.max(box.left, 0)
    const right = Math.min(box.right, innerWidth)
    const isInView = bottom > top && right > left
    const isTall = box.height > 160
    const middle: [number, number] = [(left + right) / 2, (top + bottom) / 2]
    const corners: [number, number][] = [
      [left + 4, top + 4],
      [right - 4, top + 4],
      [left + 4, bottom - 4],
      [right - 4, bottom - 4],
    ]
    const coveredBy = [middle, ...(isTall ? [] : corners)].flatMap(([x, y]) => {
      const hit = document.elementFromPoint(x, y)
      const isOwn =
        !hit ||
        element.contains(hit) ||
        hit.contains(element) ||
        (hit instanceof HTMLLabelElement && hit.control === element)
      return isOwn ? [] : [`${hit.tagName.toLowerCase()}.${hit.getAttribute("class")}`]
    })

    /** As the browser paints it, in sRGB. */
    const rgb = (color: string) => {
      const canvas = document.createElement("canvas")
      canvas.width = canvas.height = 1
      const context = canvas.getContext("2d", { willReadFrequently: true })
      if (!context) return [0, 0, 0]
      context.fillStyle = color
      context.fillRect(0, 0, 1, 1)
      return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)]
    }
    // WCAG 2.2, relative luminance and contrast ratio.
    const luminance = (color: string) => {
      const [red = 0, green = 0, blue = 0] = rgb(color).map((value) => {
        const part = value / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const isClear = (color: string) => /^rgba\(.*, 0\)$|transparent/.test(color)
    const groundOf = (from: Element | null): string => {
      for (let one = from; one; one = one.parentElement) {
        const { backgroundColor } = getComputedStyle(one)
        if (!isClear(backgroundColor)) return backgroundColor
      }
      return "rgb(255, 255, 255)"
    }
    const candidates = [
      element,
      ...(element.parentElement ? [element.parentElement, ...element.parentElement.children] : []),
    ]
    const shows = candidates.find((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      const isBox = one === element ? getComputedStyle(element).opacity !== "0" : true
      return isBox && outlineStyle !== "none" && outlineWidth !== "0px"
    })
    const ring = shows && getComputedStyle(shows)
    // A ring outside the element is on the ground of what the element is in.
    const ground = groundOf(
      parseFloat(ring?.outlineOffset ?? "") < 0 ? (shows ?? null) : (shows?.parentElement ?? null),
    )
    const [lighter = 0, darker = 0] = [
      luminance(ring?.outlineColor ?? ground),
      luminance(ground),
    ].sort((one, other) => other - one)
    return {
      what,
      coveredBy,
      isInView,
      ring: ring && {
        style: ring.outlineStyle,
        width: ring.outlineWidth,
        offset: ring.outlineOffset,
        contrast: (lighter + 0.05) / (darker + 0.05),
      },
    }
  })
