import { choiceNames, chosen, defaultOf } from "../choices"

/**
 * Where a page is as Markdown: `/install.md`, and `/index.md` for the front page.
 *
 * @param address Of the page, without query and fragment.
 */
export const markdownAddress = (address: string): string =>
  `${address === "/" ? "/index" : address}.md`

/** The query for what's chosen now: empty for the defaults, otherwise `?database=mysql`. */
export function choiceQuery(): string {
  const query = new URLSearchParams(
    choiceNames
      .map((name) => [name, chosen(name), defaultOf(name)] as const)
      .filter(([, value, normally]) => value !== normally)
      .map(([name, value]) => [name, value]),
  ).toString()
  return query && `?${query}`
}
