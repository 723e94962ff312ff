import { currentPage, type CurrentPage } from "./current-page"

/** An entry of the menu. Without an address, it only names the pages below it. */
export type GuideEntry = { title: string; address?: string; pages: GuidePage[] }

export type GuidePage = { title: string; address: string }

/** Pages that belong together in the menu. The first group may have no title. */
export type GuideGroup = { title?: string; entries: GuideEntry[] }

type MetaEntry = string | { title?: string; type?: string; display?: string }

/** A file or a folder in `pages/`, and the `_meta.js` of the folder: Nextra's page map. */
export type PageMapItem =
  | { data: Record<string, MetaEntry> }
  | { name: string; route: string; title?: string }
  | { name: string; route: string; title?: string; children: PageMapItem[] }

type Item = Exclude<PageMapItem, { data: unknown }>

/**
 * Sorts the pages into the order and the groups of their `_meta.js`, where a separator starts a group.
 * A page that `_meta.js` doesn't name comes last. Hidden pages are left out.
 */
export function groupPages(pageMap: PageMapItem[]): GuideGroup[] {
  const { meta, items } = read(pageMap)
  const groups: GuideGroup[] = [{ entries: [] }]
  for (const name of orderOf(meta, items)) {
    const { title, type, display } = entryOf(meta, name)
    if (type === "separator") groups.push({ title, entries: [] })
    else if (display !== "hidden") {
      const same = items.filter((item) => item.name === name)
      if (same.length) groups.at(-1)?.entries.push(guideEntry(same, title))
    }
  }
  return groups.filter(({ entries }) => entries.length > 0)
}

/** All pages of the guide, in the order in which they are read. */
export const pagesOf = (groups: GuideGroup[]): GuidePage[] =>
  groups.flatMap(({ entries }) =>
    entries.flatMap(({ title, address, pages }) =>
      address === undefined ? pages : [{ title, address }, ...pages],
    ),
  )

/** The page that the menu marks on a page: see current-page.ts. */
export const currentOf = (groups: GuideGroup[], address: string): CurrentPage | undefined =>
  currentPage(
    pagesOf(groups).map((page) => page.address),
    address,
  )

/** The group that a page is in. */
export const groupOf = (groups: GuideGroup[], address: string): GuideGroup | undefined =>
  groups.find((group) => pagesOf([group]).some((page) => page.address === address))

/** A page of the top folder: a file, a folder, or both under one name. */
function guideEntry(items: Item[], title: string | undefined): GuideEntry {
  const file = items.find((item) => !("children" in item))
  const folder = items.find((item) => "children" in item)
  const pages = folder ? pagesIn(folder.children) : []
  const index = pages.find((page) => page.address === folder?.route)
  return {
    title: title ?? titleOf(file ?? folder),
    address: file?.route ?? index?.address,
    pages: pages.filter((page) => page !== index),
  }
}

function pagesIn(children: PageMapItem[]): GuidePage[] {
  const { meta, items } = read(children)
  return orderOf(meta, items).flatMap((name) => {
    const item = items.find((item) => item.name === name)
    const { title, display } = entryOf(meta, name)
    if (!item || display === "hidden") return []
    return [{ title: title ?? titleOf(item), address: item.route }]
  })
}

function read(pageMap: PageMapItem[]) {
  const meta = pageMap.find((item) => "data" in item)?.data ?? {}
  const items = pageMap.filter((item): item is Item => !("data" in item))
  return { meta, items }
}

/** The names that `_meta.js` has, then those that only the folder has. */
const orderOf = (meta: Record<string, MetaEntry>, items: Item[]): string[] => [
  ...new Set([...Object.keys(meta), ...items.map(({ name }) => name).sort()]),
]

function entryOf(meta: Record<string, MetaEntry>, name: string) {
  const entry = meta[name]
  return typeof entry === "string" ? { title: entry } : (entry ?? {})
}

/** For a page that `_meta.js` doesn't name. */
const titleOf = (item: Item | undefined): string => item?.title ?? item?.name ?? ""
