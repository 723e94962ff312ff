// @ts-check
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { day, recordPath } from "./verified.mjs"

/**
 * What we know of one combination.
 *
 * @typedef {object} Answer
 * @property {"yes" | "partly" | "no" | "not run"} answer
 * @property {"tests" | "run" | "read"} [how] How we know.
 * @property {string} evidence     In Markdown, in a line.
 * @property {string[]} [tests]    Paths of the tests, from the top of the checkout.
 * @property {string[]} [sources]  Packages such as `@auth/pg-adapter@1.11.3`, or addresses.
 */

/**
 * A grid of the support matrix. The first cells of a row are Markdown, the others are answers.
 *
 * @typedef {{ columns: string[], rows: (string | Answer)[][] }} Grid
 */

/** Where a page wants a grid. */
const placeholder = /^<SupportGrid of="([\w-]+)" \/>$/gm

/** Each grid is in a file. */
const fileOf = (/** @type {string} */ name) => `demo/live/pictures/support/${name}.json`

/** The files that the grids of a page are made from. */
export const gridFiles = (/** @type {string} */ content) => {
  const names = Array.from(content.matchAll(placeholder), ([, name = ""]) => name)
  return names.length ? [...names.map(fileOf), recordPath] : []
}

/**
 * @param {string} root The top of the checkout.
 * @param {string} name
 * @returns {Grid}
 */
export const readGrid = (root, name) => JSON.parse(readFileSync(join(root, fileOf(name)), "utf8"))

/**
 * Replaces `<SupportGrid of="databases" />` with a table. Each answer in it opens to its evidence.
 *
 * @param {string} content The page's MDX.
 * @param {string} root    The top of the checkout.
 * @param {import("./verified.mjs").Verified} record What `readRecord` returns.
 * @throws {Error} When there is no such grid.
 */
export const expandSupportGrids = (content, root, record) =>
  content.replace(placeholder, (_all, name) => gridAsTable(readGrid(root, name), record))

/**
 * @param {Grid} grid
 * @param {import("./verified.mjs").Verified} record
 * @returns {string} A table in Markdown.
 */
export function gridAsTable({ columns, rows }, record) {
  const lines = rows.map((cells) =>
    cells.map((cell, index) =>
      typeof cell === "string" ? cell : disclosure(cell, columns[index] ?? "", record),
    ),
  )
  return [columns, columns.map(() => "---"), ...lines]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n")
}

const label = (/** @type {Answer} */ { answer }) => answer.charAt(0).toUpperCase() + answer.slice(1)

/**
 * On one line, because it stands in a cell.
 *
 * @param {Answer} answer
 * @param {string} column
 * @param {import("./verified.mjs").Verified} record
 */
const disclosure = (answer, column, record) =>
  `<details className="answer" data-answer="${answer.answer}" data-column="${column}"><summary>${label(answer)}</summary>${evidence(answer, record)}</details>`

/**
 * @param {Answer} answer
 * @param {import("./verified.mjs").Verified} record
 */
function evidence({ how, evidence, tests = [], sources = [] }, record) {
  const runs = tests.map((file) => `\`${file}\`${lastRun(record, file)}`)
  const links = sources.map((source) => {
    const isAddress = source.startsWith("https://")
    const [, issue] = /\/issues\/(\d+)$/.exec(source) ?? []
    const text = issue ? `#${issue}` : isAddress ? "source" : source
    return `[${text}](${isAddress ? source : packageAddress(source)})`
  })
  return [how && `**${how}**:`, evidence, [...runs, ...links].join(", ")].filter(Boolean).join(" ")
}

/** @param {string} source */
function packageAddress(source) {
  const at = source.lastIndexOf("@")
  return `https://www.npmjs.com/package/${source.slice(0, at)}/v/${source.slice(at + 1)}`
}

/**
 * @param {import("./verified.mjs").Verified} record
 * @param {string} file
 */
function lastRun({ date, files, platforms }, file) {
  const run = files[file]
  if (!run?.passed) return ""
  const on = run.on.filter((name) => platforms[name]).map((name) => `${name} ${platforms[name]}`)
  const where = on.length ? ` on ${new Intl.ListFormat("en-US").format(on)}` : ""
  return ` (${run.passed} passed${where}, ${day(date)})`
}
