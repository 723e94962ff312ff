// @ts-check
import { execFile } from "node:child_process"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { promisify } from "node:util"

/** @typedef {import("../demo/live/server/sharing/guide-pages").GuidePage} GuidePage */

/** @typedef {Record<string, string | { title?: string, type?: string, display?: string }>} Meta */

/**
 * The pages of the guide, in the order of the menu. Pages that the menu hides are left out. Those of a
 * folder without a `_meta.js` are in the order of their files, after its index.
 *
 * @param {string} root The top of the checkout.
 * @returns {Promise<GuidePage[]>}
 * @throws {Error} If a page has no title or no description in its front matter.
 */
export async function guidePages(root) {
  const changes = await lastChanges(root)
  /** @param {string} folder @param {string} above @returns {Promise<GuidePage[]>} */
  async function pagesIn(folder, above) {
    const files = new Set(await readdir(join(root, "pages", folder)))
    const meta = await metaOf(folder, files)
    const pages = []
    let section = above
    for (const [name, entry] of Object.entries(meta)) {
      if (typeof entry === "object" && entry.type === "separator") section = entry.title ?? above
      if (typeof entry === "object" && (entry.display === "hidden" || entry.type)) continue
      if (files.has(`${name}.mdx`)) pages.push(await readPage(folder, name, section))
      if (!files.has(name)) continue
      const title = (typeof entry === "string" ? entry : entry.title) ?? ""
      const path = [section, title].filter(Boolean).join(" · ")
      pages.push(...(await pagesIn(`${folder}${name}/`, path)))
    }
    return pages
  }
  /** @param {string} folder @param {Set<string>} files @returns {Promise<Meta>} */
  async function metaOf(folder, files) {
    if (files.has("_meta.js"))
      return (await import(pathToFileURL(join(root, "pages", folder, "_meta.js")).href)).default
    const names = [...files].sort().map((file) => file.replace(/\.mdx$/, ""))
    return Object.fromEntries(["index", ...names].map((name) => [name, ""]))
  }
  /** @param {string} folder @param {string} name @param {string} section */
  async function readPage(folder, name, section) {
    const file = `pages/${folder}${name}.mdx`
    const source = await readFile(join(root, file), "utf8")
    const [title, description] = [fieldIn(source, "title"), fieldIn(source, "description")]
    if (!title || !description)
      throw new Error(`${file} needs a title and a description in its front matter.`)
    const address = `/${folder}${name}`.replace(/\/index$/, "") || "/"
    return { address, title, description, section, changedAtMs: changes.get(file) }
  }
  return pagesIn("", "")
}

/**
 * @param {string} source A page's.
 * @param {string} name Of a field of one line in its front matter.
 */
function fieldIn(source, name) {
  const [, frontMatter = ""] = /^---\n([^]*?)\n---\n/.exec(source) ?? []
  const [, value = ""] = new RegExp(`^${name}: *(.+?) *$`, "m").exec(frontMatter) ?? []
  return value.startsWith('"') ? String(JSON.parse(value)) : value
}

/**
 * When each file in `pages/` was last committed, in milliseconds since 1970, by its path. As in the line
 * that Nextra has from Git, a commit counts also if it came to this branch in two ways.
 *
 * @param {string} root
 * @returns {Promise<Map<string, number>>} Empty without Git or a history.
 */
async function lastChanges(root) {
  const times = new Map()
  const log = ["log", "--full-history", "--format=@%ct", "--name-only", "--relative", "--", "pages"]
  const { stdout } = await promisify(execFile)("git", log, {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  }).catch(() => ({ stdout: "" }))
  let atMs = 0
  for (const line of stdout.split("\n")) {
    if (line.startsWith("@")) atMs = Number(line.slice(1)) * 1_000
    // The newest commit comes first.
    else if (line && !times.has(line)) times.set(line, atMs)
  }
  return times
}
