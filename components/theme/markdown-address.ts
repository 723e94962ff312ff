import { choiceNames, chosen } from "../choices"

/**
 * Where a page is as Markdown: `/install.md`, and `/index.md` for the front page.
 *
 * @param address Of the page, without query and fragment.
 */
export const markdownAddress = (address: string): string =>
  `${address === "/" ? "/index" : address}.md`

/** The query for what's chosen now: `?database=mysql&packageManager=npm`. */
export const choiceQuery = (): string =>
  `?${new URLSearchParams(choiceNames.map((name) => [name, chosen(name)]))}`
