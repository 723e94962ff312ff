import { isRoute } from "./next-routes"
import { loadHtml } from "./page-html"

/** The parts of Next's router that the theme uses. */
export type Router = {
  push: (address: string) => Promise<unknown>
  prefetch: (address: string) => Promise<unknown>
}

let latest = 0

/**
 * Goes to a page of the guide without loading a new document. If that fails, the browser loads it.
 *
 * @param address With its query and fragment: `/install?database=sqlite#versions`.
 */
export async function goTo(router: Router, address: string): Promise<void> {
  const turn = ++latest
  try {
    await fetchAhead(router, address)
  } catch {
    location.assign(address)
    return
  }
  // The reader may have followed another link in the meantime.
  if (turn === latest) await router.push(address)
}

/** Fetches what `goTo` needs, once: the page's script and its text. */
export async function fetchAhead(router: Router, address: string): Promise<void> {
  const { pathname } = new URL(address, location.href)
  // The HTML of a page that Next's list leaves out enters it there.
  if (!isRoute(pathname)) await loadHtml(pathname)
  await Promise.all([router.prefetch(pathname), loadHtml(pathname)])
}
