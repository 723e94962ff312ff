// @ts-check
import { readFileSync } from "node:fs"
import { join } from "node:path"

/**
 * What `npm run test:record` wrote: the last complete run of each test file, and on what it ran.
 *
 * @typedef {object} Verified
 * @property {string} date                     Of the run, as `2026-11-24`.
 * @property {Record<string, string>} packages Their versions.
 * @property {Record<string, string>} platforms The versions of databases and browsers.
 * @property {Record<string, { passed: number, failed: number, skipped: number, on: string[] }>} files
 */

/** Where the record is, from the top of the checkout. */
export const recordPath = "tests/verified.json"

/**
 * @param {string} root The top of the checkout.
 * @returns {Verified}
 */
export const readRecord = (root) => JSON.parse(readFileSync(join(root, recordPath), "utf8"))

const browsers = ["Chromium", "Firefox"]

/** Where the support matrix wants the whole record. */
const placeholder = /^<Verified \/>$/m

/** The tests that a page's front matter names. */
const verifiedBy = /^---\n[^]*?^verifiedBy: \[([^\]]*)\]\n[^]*?^---\n/m

/**
 * Whether a page shows anything of the record.
 *
 * @param {string} content The page's MDX.
 */
export const wantsVerified = (content) => placeholder.test(content) || verifiedBy.test(content)

/**
 * The packages that a page's line names. The support matrix names all. The tests of Drizzle's recipes
 * have its name in theirs. All others that use a database use it through Prisma.
 *
 * @param {{ file: string, hasDatabase: boolean }[]} tests
 */
function packagesOf(tests) {
  const isDrizzle = (/** @type {{ file: string }} */ { file }) => /\/drizzle/.test(file)
  return [
    "next-auth",
    "next",
    ...(tests.some((test) => test.hasDatabase && !isDrizzle(test)) ? ["prisma"] : []),
    ...(tests.some(isDrizzle) ? ["drizzle-orm"] : []),
  ]
}

/**
 * Puts one line at the end of a page: when, and with what, the tests passed that its front matter
 * names in `verifiedBy: [tests/reader, …]`. Replaces `<Verified />` with all versions.
 *
 * @param {string} page    Path of the page, for messages.
 * @param {string} content The page's MDX.
 * @param {Verified} record What `readRecord` returns.
 * @throws {Error} When a test that holds the page has failed in the record.
 */
export function addVerified(page, content, record) {
  const withTable = content.replace(placeholder, () => tableOf(record))
  const [, list] = verifiedBy.exec(content) ?? []
  if (!list) return withTable
  const paths = list.split(",").map((path) => path.trim())
  const line = lineOf(page, record, paths)
  return line ? `${withTable.trimEnd()}\n\n${line}\n` : withTable
}

/**
 * @param {string} page
 * @param {Verified} record
 * @param {string[]} paths
 */
function lineOf(page, { date, packages, platforms, files }, paths) {
  const held = Object.entries(files).filter(([file]) => paths.some((path) => file.startsWith(path)))
  const failed = held.find(([, { failed }]) => failed > 0)
  if (failed) throw new Error(`${page}: ${failed[0]} failed when it was last recorded.`)
  const ran = held.filter(([, { passed }]) => passed > 0)
  if (!ran.length) return undefined
  const on = new Set(ran.flatMap(([, file]) => file.on))
  const withVersion = (/** @type {string} */ name) =>
    `${name} ${short(platforms[name] ?? "", browsers.includes(name) ? 1 : 2)}`
  const databases = Object.keys(platforms).filter(
    (name) => on.has(name) && !browsers.includes(name),
  )
  const used = browsers.filter((name) => on.has(name) && platforms[name])
  const tests = ran.map(([file, result]) => ({
    file,
    hasDatabase: result.on.some((name) => !browsers.includes(name)),
  }))
  const what = packagesOf(tests).map((name) => `${name} ${packages[name]}`)
  return [
    `<p className="verified">Tests of this page passed on ${day(date)}, with ${and(what)}`,
    databases.length ? `, on ${and(databases.map(withVersion))}` : "",
    used.length ? `, in ${and(used.map(withVersion))}` : "",
    `. <a href="/support-matrix#what-was-verified">What was tested</a></p>`,
  ].join("")
}

/** @param {Verified} record */
function tableOf({ date, packages, platforms, files }) {
  const rows = Object.entries({ ...packages, ...platforms })
  const total = (/** @type {"passed" | "skipped"} */ key) =>
    Object.values(files).reduce((sum, file) => sum + file[key], 0)
  return [
    `On ${day(date)}, ${total("passed")} tests in ${Object.keys(files).length} files passed and ${total("skipped")} were skipped, with these versions:`,
    "",
    "| what | version |",
    "|---|---|",
    ...rows.map(([name, version]) => `| ${name} | \`${version}\` |`),
  ].join("\n")
}

/** @param {string} date */
export const day = (date) =>
  new Date(date).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" })

/**
 * @param {string} version
 * @param {number} count How many of its numbers to keep.
 */
const short = (version, count) => version.split(".").slice(0, count).join(".")

/** @param {string[]} parts */
const and = (parts) => new Intl.ListFormat("en-US").format(parts)
