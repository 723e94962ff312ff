let known: string | undefined

/**
 * The origin of the site, for addresses that are read elsewhere.
 *
 * Pages are built before it's known, with a placeholder that the server replaces. In the browser, it's
 * the one that the server wrote: a reader may have come by another name of the site. The development
 * server leaves the placeholder.
 */
export function siteOrigin(): string {
  if (typeof window === "undefined") return process.env.ORIGIN_PLACEHOLDER ?? ""
  const canonical = document.querySelector<HTMLLinkElement>("[rel=canonical]")
  // An error page has none.
  return (known ??= new URL(canonical?.href ?? location.href).origin)
}
