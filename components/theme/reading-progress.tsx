import { useEffect, useRef, useSyncExternalStore } from "react"
import { followDone, isDone, markDone } from "./done-pages"
import { groupOf } from "./guide-groups"
import { usePage } from "./page"
import styles from "./reading-progress.module.css"

/** Who reaches the end of a page sooner hasn't read it, in milliseconds. */
const leastReadingMs = 20_000

/**
 * At the end of a page: says whether the page is done, and lets the reader change that. A page is done
 * once its end has come into view, but not before `leastReadingMs`.
 */
export function ReadingProgress() {
  const { address, guide, config } = usePage()
  const { title = "" } = groupOf(guide, address) ?? {}
  if (config.withoutProgress.includes(title)) return null
  return <Progress key={address} address={address} />
}

function Progress({ address }: { address: string }) {
  const place = useRef<HTMLDivElement>(null)
  const done = useSyncExternalStore(
    followDone,
    () => isDone(address),
    () => false,
  )
  useEffect(() => (place.current ? markWhenRead(address, place.current) : undefined), [address])
  return (
    <div ref={place} className={styles.progress} data-needs-script="">
      <span role="status">{done && "You’ve done this page."}</span>
      <button type="button" className={styles.button} onClick={() => markDone(address, !done)}>
        {done ? "Mark as not done" : "Mark as done"}
      </button>
    </div>
  )
}

/**
 * Marks a page as done when the reader has come to its end, once: a page that they marked as not done
 * stays so.
 *
 * @returns A function that stops it.
 */
function markWhenRead(address: string, end: Element): (() => void) | undefined {
  if (isDone(address)) return undefined
  const openedAtMs = performance.now()
  let timer: ReturnType<typeof setTimeout> | undefined
  const observer = new IntersectionObserver(([entry]) => {
    clearTimeout(timer)
    if (!entry?.isIntersecting) return
    const restMs = Math.max(leastReadingMs - (performance.now() - openedAtMs), 0)
    timer = setTimeout(() => {
      stop()
      markDone(address, true)
    }, restMs)
  })
  observer.observe(end)
  // Whoever uses the button decides.
  end.addEventListener("click", () => stop())
  const stop = () => {
    clearTimeout(timer)
    observer.disconnect()
  }
  return stop
}
