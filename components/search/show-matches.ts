import type { Result } from "./find"
import { entriesOf, joinedWord } from "./words"

/** The name of the highlight in components/theme/base.css. */
const highlightName = "search-match"

/**
 * Shows where in a section the words are that the reader searched for. It marks them until the reader
 * does something else, scrolls to the first one if the section's heading is too far from it, and puts the focus
 * on the heading. Call it when the page is there.
 */
export function showMatches({ address, matches }: Result): void {
  const main = document.querySelector("main")
  if (!main) return
  const [, fragment] = address.split("#")
  const heading = (fragment && document.getElementById(fragment)) || main.querySelector("h1")
  if (!heading) return
  focusOnce(heading)
  const ranges = rangesIn(main, heading, matches)
  const isInView = ({ top, bottom }: DOMRect) => bottom > 0 && top < innerHeight
  if (ranges[0] && !ranges.some((range) => isInView(range.getBoundingClientRect())))
    ranges[0].startContainer.parentElement?.scrollIntoView({ block: "center" })
  mark(ranges)
}

/** So that Tab and a screen reader go on from here. */
function focusOnce(element: HTMLElement): void {
  if (!element.hasAttribute("tabindex")) {
    element.tabIndex = -1
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true })
  }
  element.focus({ preventScroll: true })
}

/** The words that match between a heading and the next one, as far as they are displayed. */
function rangesIn(main: Element, heading: Element, matches: ReadonlySet<string>): Range[] {
  const ranges: Range[] = []
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  walker.currentNode = heading
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.id && /^H[2-6]$/.test(node.tagName)) break
      continue
    }
    for (const { 0: word, index } of (node.nodeValue ?? "").matchAll(joinedWord)) {
      if (!entriesOf(word).some((entry) => matches.has(entry))) continue
      const range = new Range()
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      if (range.getClientRects().length) ranges.push(range)
    }
  }
  return ranges
}

/** By a highlight, because React owns the elements of the text. */
function mark(ranges: Range[]): void {
  if (!("highlights" in CSS)) return
  CSS.highlights.set(highlightName, new Highlight(...ranges))
  const clear = () => {
    CSS.highlights.delete(highlightName)
    stop.abort()
  }
  const stop = new AbortController()
  // Not the release of the Enter key or of the button that chose the result.
  for (const event of ["pointerdown", "keydown"])
    document.addEventListener(event, clear, { signal: stop.signal })
}
