// @ts-check
import { h } from "hastscript"

/**
 * A node of a hast tree.
 *
 * @typedef {{ type: string, tagName?: string, value?: string, properties?: {}, children?: Node[] }} Node
 */

/** Names in code: `registrationOptions.timeout` and `@simplewebauthn/browser`. */
const longName = /^(?=.{21})@?[\w-]+([./][\w-]+)+$/

/** A word that doesn't fit into a line of a title on a phone: `ExperimentalFeatureNotEnabled`. */
const longWords = /\S{22,}/g

/** Between the words of such a name: `Experimental`, `Feature`, `Not`, `Enabled`. `WebAuthn` is one. */
const betweenWords = /(?<=[a-z])(?<!Web)(?=[A-Z][a-z])/g

/**
 * A rehype plugin that lets a line end in a long name (HTML §4.5.29): in a table after each dot or slash,
 * because the longest name made its column so wide that the text beside it was cut, and in a title
 * between the words of a name, which the browser broke after whichever letter was the last to fit. What's
 * copied is the same.
 *
 * @returns {(tree: Node) => void}
 */
export function breakableNames() {
  return (tree) => visit(tree, false)
}

/**
 * @param {Node} node
 * @param {boolean} isInCell
 */
function visit(node, isInCell) {
  const { tagName, children } = node
  const [text] = children ?? []
  if (isInCell && tagName === "code" && text?.value && longName.test(text.value))
    node.children = breakable(text.value.split(/(?<=[./])/))
  else if (tagName === "h1") node.children = children?.flatMap(inTitle)
  else children?.forEach((child) => visit(child, isInCell || tagName === "td"))
}

/**
 * @param {Node} node A child of a title.
 * @returns {Node[]} What takes its place.
 */
function inTitle(node) {
  if (node.type !== "text" || !node.value) return [node]
  return breakable(
    node.value.replace(longWords, (word) => word.replace(betweenWords, "\n")).split("\n"),
  )
}

/**
 * @param {string[]} parts
 * @returns {Node[]} The parts, between which a line may end.
 */
const breakable = (parts) =>
  parts.flatMap((part, index) => {
    const piece = { type: "text", value: part }
    return index ? [h("wbr"), piece] : [piece]
  })
