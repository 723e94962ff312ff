import type { ChoiceName } from "../choices"

/** What a reader must have chosen to see something: for each choice, the values that show it. */
export type Conditions = { [name in ChoiceName]?: string[] }

/** Text of one kind: prose, code, or the message of an error on its page. Without `for`, everybody sees it. */
export type Piece = { text: string; isCode?: true; isMessage?: true; for?: Conditions }

/** A part of a page, from one heading to the next. */
export type Section = {
  /** With the heading's fragment: `/install#versions`. */
  address: string
  page: string
  /** Empty before the first heading. */
  heading: string
  /** What the page is about, before its first heading. It isn't shown on the page. */
  description?: string
  /** The same as a piece's `for`, for the heading. */
  for?: Conditions
  /** In the order of the page. A line of text ends with `\n`, a cell of a table with `\t`. */
  pieces: Piece[]
}

/** What the build writes for each page: see plugins/search-text.mjs. */
type SearchData = Record<
  string,
  { title: string; data: (Omit<Section, "address" | "page"> & { id: string })[] }
>

/** Nextra writes it, under this name. */
const dataAddress = "/_next/static/chunks/nextra-data-en-US.json"

/**
 * Loads the text of the guide.
 *
 * @throws {Error} If it can't be loaded.
 */
export async function loadSections(): Promise<Section[]> {
  const response = await fetch(dataAddress)
  if (!response.ok) throw new Error(`The search data answered ${response.status}.`)
  return sectionsOf((await response.json()) as SearchData)
}

/** The sections of all pages. */
export const sectionsOf = (pages: SearchData): Section[] =>
  Object.entries(pages).flatMap(([route, { title, data }]) =>
    data.map(({ id, ...section }) => ({
      ...section,
      address: id ? `${route}#${id}` : route,
      page: title,
    })),
  )
