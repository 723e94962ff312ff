// @ts-check
import { fragmentOf, places, steps } from "./places-and-steps.mjs"

/** @typedef {import("./error-page.mjs").ErrorPage} ErrorPage */

/**
 * All errors as lists of links, in MDX. Search skips them: each error's page is the better result.
 *
 * @param {ErrorPage[]} errors
 * @param {"message" | "place" | "step"} by How to sort them. By place and by step, each has a heading.
 * @returns {string}
 */
export function errorIndex(errors, by) {
  const content =
    by === "message"
      ? byMessage(errors)
      : by === "place"
        ? grouped(errors, "in", places, ({ place }) => place)
        : grouped(errors, "step", steps, ({ step }) => step)
  return `<div className="error-index">\n\n${content}\n\n</div>`
}

/** @param {ErrorPage[]} errors */
function byMessage(errors) {
  const entries = errors.flatMap(({ address, messages }) =>
    messages.map((message) => {
      const [line = ""] = message.trim().split("\n")
      return { line, link: `- [${inlineCode(line)}](${address})` }
    }),
  )
  const letters = (/** @type {string} */ text) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim()
  return entries
    .sort((one, other) => letters(one.line).localeCompare(letters(other.line), "en"))
    .map(({ link }) => link)
    .join("\n")
}

/**
 * @param {ErrorPage[]} errors
 * @param {"in" | "step"} kind
 * @param {Record<string, string>} names
 * @param {(error: ErrorPage) => string} nameOf
 */
function grouped(errors, kind, names, nameOf) {
  const parts = Object.entries(names).flatMap(([name, heading]) => {
    const links = errors
      .filter((error) => nameOf(error) === name)
      .map(({ title, address }) => `- [${title}](${address})`)
    return links.length
      ? [`### ${heading} [#${fragmentOf(kind, name)}]\n\n${links.join("\n")}`]
      : []
  })
  return parts.join("\n\n")
}

/**
 * A code span around any text (CommonMark §6.1): the fence is longer than each run of backticks in it.
 *
 * @param {string} text
 */
function inlineCode(text) {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const fence = "`".repeat(longest + 1)
  const space = longest ? " " : ""
  return `${fence}${space}${text}${space}${fence}`
}
