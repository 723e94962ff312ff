/** A part of a page, from one heading to the next. */
export type Section = {
  /** With the heading's fragment: `/install#versions`. */
  address: string
  page: string
  /** Empty before the first heading. */
  heading: string
  text: string
}

/** What the build writes for each page: `{ "versions#Versions": "the text below that heading" }`. */
type SearchData = Record<string, { title: string; data: Record<string, string> }>

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

/** Splits the pages into their sections. */
export const sectionsOf = (pages: SearchData): Section[] =>
  Object.entries(pages).flatMap(([route, { title, data }]) =>
    Object.entries(data).map(([key, text]) => {
      const [id = "", ...heading] = key.split("#")
      const address = id ? `${route}#${id}` : route
      return { address, page: title, heading: heading.join("#"), text }
    }),
  )
