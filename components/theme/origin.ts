let known: string | undefined

/**
 * The origin of the site, for addresses that are read elsewhere.
 *
 * Pages are built before it's known, with a placeholder that the server replaces. In the browser, it's
 * the one that the server wrote: a reader may have come by another name of the site.
 */
export function siteOrigin(): string {
  const placeholder = process.env.ORIGIN_PLACEHOLDER ?? ""
  if (typeof document === "undefined") return placeholder
  if (known) return known
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href
  // Error pages have no canonical address, and the development server doesn't replace it.
  known =
    canonical && !canonical.startsWith(placeholder) ? new URL(canonical).origin : location.origin
  return known
}
