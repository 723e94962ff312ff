// @ts-check
import { existsSync } from "node:fs"
import { join } from "node:path"

/**
 * @typedef {{ name: string, route: string, title: string }} MapPage
 * @typedef {{ name: string, route: string, children: MapItem[] }} MapFolder
 * @typedef {MapPage | MapFolder | { data: Record<string, unknown> }} MapItem
 */

/**
 * The pages as the menu gets them from Nextra, for `groupPages()` in components/theme/guide-groups.ts.
 *
 * @param {string} root   The top of the checkout.
 * @param {{ address: string, path: string, title: string }[]} pages
 * @param {(file: string) => Promise<{ default: Record<string, unknown> }>} load Loads a module, by its
 *   absolute path.
 * @param {string} [folder] Of which pages, from the top of the checkout.
 * @returns {Promise<MapItem[]>}
 */
export async function pageMapOf(root, pages, load, folder = "pages") {
  const inFolder = pages.filter(({ path }) => path.startsWith(`${folder}/`))
  const names = inFolder.map(({ path }) => path.slice(folder.length + 1).replace(/\.mdx$/, ""))
  /** @type {MapItem[]} */
  const items = inFolder.flatMap(({ address, title }, index) => {
    const name = names[index] ?? ""
    return name.includes("/") ? [] : [{ name, route: address, title }]
  })
  const folders = new Set(names.flatMap((name) => name.match(/^[^/]+(?=\/)/) ?? []))
  for (const name of folders) {
    const below = `${folder}/${name}`
    const children = await pageMapOf(root, pages, load, below)
    items.push({ name, route: below.replace(/^pages/, ""), children })
  }
  const meta = join(root, folder, "_meta.js")
  return existsSync(meta) ? [{ data: (await load(meta)).default }, ...items] : items
}
