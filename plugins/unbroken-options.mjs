// @ts-check
import { h } from "hastscript"

/**
 * A node of a hast tree.
 *
 * @typedef {{ type: string, tagName?: string, value?: string, properties?: {}, children?: Node[] }} Node
 */

/** A command's option, and the first parameter of a query: `--version` and `?callbackUrl`. */
const optionNames = /(?<=^|\s)((?:--?|\?)\w[\w-]*)/

/**
 * A rehype plugin that keeps the names of options whole in code within text. Browsers end a line after a
 * hyphen and after a question mark, so that `node --version` could read as `node -`, with `-version` on
 * the next line.
 *
 * @returns {(tree: Node) => void}
 */
export function unbrokenOptions() {
  return visit
}

/** @param {Node} node */
function visit(node) {
  if (node.tagName === "pre") return
  const [text] = node.children ?? []
  if (node.tagName === "code" && text?.value && optionNames.test(text.value))
    node.children = text.value.split(optionNames).flatMap(partOfCode)
  else node.children?.forEach(visit)
}

/**
 * @param {string} value A part of the code. Every second one is the name of an option.
 * @param {number} index
 * @returns {Node[]}
 */
function partOfCode(value, index) {
  if (index % 2) return [h("span.whole", value)]
  return value ? [{ type: "text", value }] : []
}
