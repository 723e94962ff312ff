import { useEffect, useState } from "react"

/** A heading counts as being read once it's this far from the top of the window, in pixels. */
const readingLinePx = 140

/**
 * Returns the id of the heading that's being read: the last one above the reading line. At the top of
 * the page it's the first heading, at the end the last, so there's always one if the page has any.
 *
 * @param ids The ids of the headings, in order. Headings that aren't shown are ignored.
 */
export function useCurrentHeading(ids: string[]): string | undefined {
  const [current, setCurrent] = useState(ids[0])
  const key = ids.join(" ")
  useEffect(() => {
    let frame = 0
    const read = () => {
      frame = 0
      const shown = key.split(" ").flatMap((id) => {
        const heading = document.getElementById(id)
        return heading && heading.getClientRects().length > 0 ? [heading] : []
      })
      const { scrollY, innerHeight } = window
      const isAtEnd = scrollY > 0 && scrollY + innerHeight >= document.body.scrollHeight - 2
      const above = shown.filter((it) => it.getBoundingClientRect().top <= readingLinePx)
      setCurrent(((isAtEnd ? shown : above).at(-1) ?? shown[0])?.id)
    }
    const onScroll = () => (frame ||= requestAnimationFrame(read))
    read()
    addEventListener("scroll", onScroll, { passive: true })
    addEventListener("resize", onScroll)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener("scroll", onScroll)
      removeEventListener("resize", onScroll)
    }
  }, [key])
  return current
}
