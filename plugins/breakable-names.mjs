// @ts-check

/**
 * A node of a hast tree.
 *
 * @typedef {{ type: string, tagName?: string, value?: string, properties?: {}, children?: Node[] }} Node
 */

/** Names in code: `registrationOptions.timeout` and `@simplewebauthn/browser`. */
const longName = /^(?=.{21})@?[\w-]+([./][\w-]+)+$/

/**
 * A rehype plugin that lets a line end after each dot or slash of a long name in a table (HTML §4.5.29).
 * The longest name made its column so wide that the text beside it was cut. What's copied is the same.
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
  const [text] = node.children ?? []
  if (isInCell && node.tagName === "code" && text?.value && longName.test(text.value))
    node.children = text.value.split(/(?<=[./])/).flatMap((part, index) => {
      const piece = { type: "text", value: part }
      const mayBreak = { type: "element", tagName: "wbr", properties: {}, children: [] }
      return index ? [mayBreak, piece] : [piece]
    })
  else node.children?.forEach((child) => visit(child, isInCell || node.tagName === "td"))
}
