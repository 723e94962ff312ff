import { fetchAhead, goTo, type Router } from "./go-to"

/**
 * Follows links between pages of the guide without loading a document, so that the demo goes on. All
 * links are plain ones, which work without it. A page is fetched ahead when the pointer or the focus
 * is on its link, and not for being in view.
 *
 * @param pages Paths of the pages.
 * @returns Stops it.
 */
export function followLinks(pages: ReadonlySet<string>, router: Router): () => void {
  const onClick = (event: MouseEvent) => {
    const { altKey, ctrlKey, metaKey, shiftKey } = event
    if (event.defaultPrevented || event.button !== 0) return
    // A new tab, a new window, a download: the browser's own.
    if (altKey || ctrlKey || metaKey || shiftKey) return
    const url = pageLinked(event.target, pages)
    // The browser goes to a heading by itself.
    if (!url || (url.hash && url.pathname === location.pathname)) return
    event.preventDefault()
    void goTo(router, url.pathname + url.search + url.hash)
  }
  const onReach = ({ target }: Event) => {
    const url = pageLinked(target, pages)
    if (!url || url.pathname === location.pathname) return
    // Where it fails, the press on the link tries again.
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

/** Where a link leads, if that is a page of the guide in this tab. */
function pageLinked(target: EventTarget | null, pages: ReadonlySet<string>): URL | undefined {
  const link = target instanceof Element ? target.closest("a") : null
  if (!link?.href || link.hasAttribute("download")) return undefined
  if (link.target && link.target !== "_self") return undefined
  const url = new URL(link.href)
  return url.origin === location.origin && pages.has(url.pathname) ? url : undefined
}
