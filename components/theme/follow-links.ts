import { fetchAhead, goTo, type Router } from "./go-to"

/**
 * Follows links between pages of the guide without loading a new document, so that the demo keeps
 * running. Without it, links still work. A page is prefetched when the pointer or the focus reaches its
 * link, not when the link is in view.
 *
 * @param pages Paths of the pages.
 * @returns A function that stops it.
 */
export function followLinks(pages: ReadonlySet<string>, router: Router): () => void {
  const onClick = (event: MouseEvent) => {
    const { altKey, ctrlKey, metaKey, shiftKey } = event
    if (event.defaultPrevented || event.button !== 0) return
    // The reader wants a new tab, a new window or a download.
    if (altKey || ctrlKey || metaKey || shiftKey) return
    const url = pageLinked(event.target, pages)
    // The browser handles links within a page.
    if (!url || (url.hash && url.pathname === location.pathname)) return
    event.preventDefault()
    void goTo(router, url.pathname + url.search + url.hash)
  }
  const onReach = ({ target }: Event) => {
    const url = pageLinked(target, pages)
    if (!url || url.pathname === location.pathname) return
    // If this fails, following the link tries again.
    fetchAhead(router, url.pathname).catch(() => {})
  }
  document.addEventListener("click", onClick)
  document.addEventListener("pointerover", onReach)
  document.addEventListener("focusin", onReach)
  return () => {
    document.removeEventListener("click", onClick)
    document.removeEventListener("pointerover", onReach)
    document.removeEventListener("focusin", onReach)
  }
}

/** The address of a link, if it's a page of the guide that opens in this tab. */
function pageLinked(target: EventTarget | null, pages: ReadonlySet<string>): URL | undefined {
  const link = target instanceof Element ? target.closest("a") : null
  if (!link?.href || link.hasAttribute("download")) return undefined
  if (link.target && link.target !== "_self") return undefined
  const url = new URL(link.href)
  return url.origin === location.origin && pages.has(url.pathname) ? url : undefined
}
