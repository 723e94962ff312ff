import { useEffect, useState } from "react"

/** A heading is being read once it is this far below the top of the window, in pixels. */
const readingLinePx = 140

/**
 * The heading whose text is being read: the last one above the reading line, at the top of the page
 * the first, and at its end the last. There always is one, where there are any.
 *
 * @param ids Of the headings, in their order. Those that aren't shown don't count.
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
