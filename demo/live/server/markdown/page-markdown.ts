import { guide } from "./guide"
import type { Chosen } from "./markdown-choices"
import { siteOrigin } from "../site-address"

/** The pages of the guide by their addresses: `/install`. */
const pages = new Map(guide.pages.map((page) => [page.address, page]))

/**
 * A page as Markdown, with absolute links.
 *
 * @param address Without query and fragment: `/install`.
 * @param chosen What the reader has chosen.
 * @returns The text, or `undefined` if there is no such page.
 */
export function pageMarkdown(address: string, chosen: Chosen): string | undefined {
  const page = pages.get(address)
  if (!page) return undefined
  const chunks = page.variants[page.choices.map((name) => chosen[name]).join(" ")] ?? []
  const text = chunks.map((index) => guide.chunks[index]).join("\n\n")
  return text.replaceAll(guide.originPlaceholder, siteOrigin())
}

/**
 * What a page is about, in a sentence.
 *
 * @param address Without query and fragment: `/install`.
 */
export const descriptionOf = (address: string): string => pages.get(address)?.description ?? ""
