// @ts-check
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { micromark } from "micromark"

/** @typedef {import("../demo/live/server/sharing/changelog").ChangelogEntry} ChangelogEntry */

/**
 * The entries of the changelog, from its page: each is a heading of the second level, whose fragment
 * begins with the entry's date, and the Markdown below it.
 *
 * @param {string} root The top of the checkout.
 * @returns {Promise<ChangelogEntry[]>} In the order of the page: the newest first.
 * @throws {Error} If a heading has no such fragment, or an entry is newer than the one above it.
 */
export async function readChangelog(root) {
  return parseChangelog(await readFile(join(root, "pages/changelog.mdx"), "utf8"))
}

/**
 * @param {string} source
 * @returns {ChangelogEntry[]}
 */
export function parseChangelog(source) {
  const [, ...sections] = source.split(/^## /m)
  const entries = sections.map((section) => {
    const [heading = "", ...lines] = section.split("\n")
    const [, title = "", id = "", date = ""] = headingForm.exec(heading) ?? []
    if (!isDay(date))
      throw new Error(`Changelog: "${heading}" must end like [#2026-11-24-what-changed].`)
    return { id, title, date, html: micromark(lines.join("\n").trim()) }
  })
  const late = entries.find(({ date }, index) => date > (entries[index - 1]?.date ?? "9999"))
  if (late) throw new Error(`Changelog: "${late.title}" is newer than the entry above it.`)
  if (new Set(entries.map(({ id }) => id)).size < entries.length)
    throw new Error("Changelog: two entries have the same fragment.")
  return entries
}

const headingForm = /^(.+?) \[#((\d{4}-\d\d-\d\d)-[\w-]+)\]$/

/** @param {string} date */
const isDay = (date) =>
  !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date)
