// @ts-check

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
    node.children = text.value.split(optionNames).flatMap((part, index) => {
      const piece = { type: "text", value: part }
      if (index % 2 === 0) return part ? [piece] : []
      const properties = { className: ["whole"] }
      return [{ type: "element", tagName: "span", properties, children: [piece] }]
    })
  else node.children?.forEach(visit)
}
