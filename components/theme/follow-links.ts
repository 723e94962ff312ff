import { fetchAhead, goTo, type Router } from "./go-to"

/** How long the pointer rests on a link before its page is fetched, in milliseconds. */
const restMs = 80

/**
 * Follows links between pages of the guide without loading a new document, so that the demo keeps
 * running. Without it, links still work. A page is prefetched when the pointer rests on its link, not
 * when the link is in view.
 *
 * @param isPage Whether a path is a page's.
 * @returns A function that stops it.
 */
export function followLinks(isPage: (path: string) => boolean, router: Router): () => void {
  const onClick = (event: MouseEvent) => {
    const { altKey, ctrlKey, metaKey, shiftKey } = event
    if (event.defaultPrevented || event.button !== 0) return
    // The reader wants a new tab, a new window or a download.
    if (altKey || ctrlKey || metaKey || shiftKey) return
    const url = pageLinked(event.target, isPage)
    // The browser handles links within a page.
    if (!url || (url.hash && url.pathname === location.pathname)) return
    event.preventDefault()
    void goTo(router, url.pathname + url.search + url.hash)
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const onPointerOver = ({ target }: Event) => {
    clearTimeout(timer)
    const url = pageLinked(target, isPage)
    if (!url || url.pathname === location.pathname) return
    // If this fails, following the link tries again.
    timer = setTimeout(() => fetchAhead(router, url.pathname).catch(() => {}), restMs)
  }
  document.addEventListener("click", onClick)
  document.addEventListener("pointerover", onPointerOver)
  return () => {
    document.removeEventListener("click", onClick)
    document.removeEventListener("pointerover", onPointerOver)
    clearTimeout(timer)
  }
}

/** The address of a link, if it's a page of the guide that opens in this tab. */
function pageLinked(
  target: EventTarget | null,
  isPage: (path: string) => boolean,
): URL | undefined {
  const link = target instanceof Element ? target.closest("a") : null
  // By attribute: the properties of a link in a picture (SVG) aren't strings.
  const href = link?.getAttribute("href")
  if (!link || !href || link.hasAttribute("download")) return undefined
  const opensIn = link.getAttribute("target")
  if (opensIn && opensIn !== "_self") return undefined
  const url = new URL(href, document.baseURI)
  return url.origin === location.origin && isPage(url.pathname) ? url : undefined
}
