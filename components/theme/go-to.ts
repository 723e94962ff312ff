import { loadHtml } from "./page-html"

/** What is used of Next's router. */
export type Router = {
  push: (address: string) => Promise<unknown>
  prefetch: (address: string) => Promise<unknown>
}

let latest = 0

/**
 * Goes to a page of the guide without loading a document. Where that fails, the browser loads it.
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
  // The reader may have gone elsewhere meanwhile.
  if (turn === latest) await router.push(address)
}

/** Fetches what `goTo` needs: the page's script and its text, once. */
export async function fetchAhead(router: Router, address: string): Promise<void> {
  const { pathname } = new URL(address, location.href)
  await Promise.all([router.prefetch(pathname), loadHtml(pathname)])
}
