// @ts-check
import { toString } from "hast-util-to-string"

/** A longer block is folded. */
const mostLines = 40

/** How much stays around a marked line, on each side, and of a block without one, at its start. */
const context = { around: 6, atStart: 24 }

/** A shorter run of lines stays: the row in its place would save next to nothing. */
const leastFolded = 6

/**
 * The runs of lines that a long block of code doesn't show at first: those far from its marked lines,
 * or, without any, those after its beginning.
 *
 * @param {number} count How many lines the block has.
 * @param {number[]} marked The numbers of its marked lines, from 1.
 * @returns {{ first: number, last: number }[]} Numbers of lines, from 1. Empty if the block is short.
 */
export function foldedRuns(count, marked) {
  if (count <= mostLines) return []
  const isKept = (/** @type {number} */ line) =>
    marked.length
      ? marked.some((one) => Math.abs(one - line) <= context.around)
      : line <= context.atStart
  /** @type {{ first: number, last: number }[]} */
  const runs = []
  for (let line = 1; line <= count; line++) {
    if (isKept(line)) continue
    const run = runs.at(-1)
    if (run?.last === line - 1) run.last = line
    else runs.push({ first: line, last: line })
  }
  return runs.filter(({ first, last }) => last - first + 1 >= leastFolded)
}

/**
 * Half a comment explains nothing, and an empty line beside the row in place of the others is only a
 * gap. Both are folded with the lines that they are next to.
 *
 * @param {{ first: number, last: number }[]} runs What `foldedRuns` returns.
 * @param {string[]} lines The texts of all lines.
 * @param {number[]} marked The numbers of the marked lines, which never fold.
 */
export function withWholeComments(runs, lines, marked) {
  const textOf = (/** @type {number} */ line) => lines[line - 1]?.trim() ?? ""
  const mayFold = (/** @type {number} */ line) =>
    line >= 1 && line <= lines.length && !marked.includes(line)
  const isInside = (/** @type {number} */ line) => textOf(line).startsWith("*")
  return runs.map(({ first, last }) => {
    if (isInside(first))
      while (mayFold(first - 1) && /^\/?\*/.test(textOf(first - 1))) {
        first--
        if (!isInside(first)) break
      }
    while (mayFold(first - 1) && textOf(first - 1) === "") first--
    while (mayFold(last + 1) && isInside(last + 1)) last++
    while (mayFold(last + 1) && textOf(last + 1) === "") last++
    return { first, last }
  })
}

/**
 * A Shiki transformer that folds long blocks. A folded run is in an element with `data-fold`, which is
 * `hidden="until-found"`: the browser's search on the page shows it (HTML §6.1). React 19 would write
 * `hidden=""`, but the HTML of code is not React's: plugins/code-as-html.mjs. The row in its place has
 * `data-gap`. `lines` on the block, which components/theme/code-block.tsx gets, is the number of all
 * lines.
 *
 * @type {import("shiki").ShikiTransformer}
 */
export const foldCode = {
  name: "fold-code",
  code(code) {
    const lines = code.children.filter(({ type }) => type === "element")
    const marked = markedLines(this.options.meta?.__raw ?? "")
    const runs = withWholeComments(foldedRuns(lines.length, marked), lines.map(toString), marked)
    if (!runs.length) return
    this.pre.properties.lines = String(lines.length)
    code.children = lines.flatMap((line, index) => {
      const number = index + 1
      const withEnd = (/** @type {typeof line} */ one, /** @type {number} */ at) =>
        at < lines.length ? [one, /** @type {const} */ ({ type: "text", value: "\n" })] : [one]
      const run = runs.find(({ first, last }) => first <= number && number <= last)
      if (!run) return withEnd(line, number)
      if (number !== run.first) return []
      const folded = lines
        .slice(run.first - 1, run.last)
        .flatMap((one, offset) => withEnd(one, run.first + offset))
      return [
        element("span", { "data-gap": String(run.last - run.first + 1) }, []),
        element("span", { "data-fold": "", hidden: "until-found" }, folded),
      ]
    })
  },
}

/**
 * @param {string} tagName
 * @param {import("hast").Properties} properties
 * @param {import("hast").ElementContent[]} children
 * @returns {import("hast").Element}
 */
const element = (tagName, properties, children) => ({
  type: "element",
  tagName,
  properties,
  children,
})

/**
 * The lines that a fence marks: 3, 7, 8 and 9 for `{3,7-9}`.
 *
 * @param {string} meta The words after the fence's language.
 */
function markedLines(meta) {
  const [, list = ""] = /(?:^|\s)\{([\d,-]+)\}(?=\s|$)/.exec(meta) ?? []
  return list.split(",").flatMap((part) => {
    const [first = 0, last = first] = part.split("-").map(Number)
    return first ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : []
  })
}
