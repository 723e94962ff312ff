/** What a menu marks, as `aria-current` says it: the page itself, or the page above it. */
export type CurrentPage = { address: string; current: "page" | "true" }

/**
 * Which of the menu's pages it marks on a page: its own, or the page above it if the menu doesn't list it.
 * `undefined` if there's none.
 *
 * @param addresses Those of the menu's pages.
 */
export function currentPage(addresses: string[], address: string): CurrentPage | undefined {
  if (addresses.includes(address)) return { address, current: "page" }
  const above = addresses.find((one) => address.startsWith(`${one}/`))
  return above === undefined ? undefined : { address: above, current: "true" }
}
