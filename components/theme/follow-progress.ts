/** Who reaches the end of a page sooner hasn't read it, in milliseconds. */
const leastReadingMs = 20_000

const loadDonePages = () => import("./done-pages")

/**
 * Makes the buttons with `data-mark-done` work, and marks the page as done once its end has come into
 * view, but not before `leastReadingMs`. What it needs for that is loaded by then.
 *
 * @param announce Tells screen readers what happened.
 * @returns A function that stops it.
 */
export function followProgress(address: string, announce: (words: string) => void): () => void {
  let stopReading = () => {}
  let isStopped = false
  const timer = setTimeout(async () => {
    const { markAtEnd } = await loadDonePages()
    if (!isStopped) stopReading = markAtEnd(address, announce)
  }, leastReadingMs)
  const stopTimer = () => {
    isStopped = true
    clearTimeout(timer)
    stopReading()
  }
  const onClick = async ({ target }: MouseEvent) => {
    const button = target instanceof Element && target.closest<HTMLElement>("[data-mark-done]")
    if (!button) return
    // Whoever uses the buttons decides.
    stopTimer()
    const { pressMark } = await loadDonePages()
    pressMark(button, address, announce)
  }
  const listener = (event: MouseEvent) => void onClick(event)
  document.addEventListener("click", listener)
  return () => {
    document.removeEventListener("click", listener)
    stopTimer()
  }
}
