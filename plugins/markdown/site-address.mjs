// @ts-check

import { originPlaceholder } from "../origin-placeholder.mjs"

/**
 * Where a link of a page leads, in full, so that it also works in a text that was pasted elsewhere.
 *
 * @param {string} url As the page has it: from the top of the site, a fragment, or absolute.
 * @param {{ path: string, address: string }} page
 * @returns {string}
 * @throws {Error} If it's relative to the page.
 */
export function siteAddress(url, { path, address }) {
  if (url.startsWith("#")) return originPlaceholder + address + url
  if (url.startsWith("/")) return originPlaceholder + url
  if (URL.canParse(url)) return url
  throw new Error(`${path}: the link to ${url} needs the whole path, from the top of the site.`)
}
