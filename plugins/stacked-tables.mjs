// @ts-check

/**
 * A node of a hast tree.
 *
 * @typedef {{ type: string, tagName?: string, value?: string, properties?: {}, children?: Node[] }} Node
 */

/** With more letters in a word, two columns don't fit into a phone's width. */
const mostLetters = 20

/**
 * A rehype plugin that says which tables don't fit into a narrow screen: those of more than two columns,
 * and those with a long word. Their cells then stand below each other (components/theme/tables.css). With
 * more than two columns, each cell but the first of its row has the name of its column.
 *
 * @returns {(tree: Node) => void}
 */
export function stackedTables() {
  return (tree) => visit(tree)
}

/** @param {Node} node */
function visit(node) {
  if (node.tagName === "table") stack(node)
  else node.children?.forEach(visit)
}

/** @param {Node} table */
function stack(table) {
  const [columns = [], ...rows] = all(table, ["tr"]).map((row) => all(row, ["th", "td"]))
  const words = rows.flat().flatMap((cell) => textOf(cell).split(/[\s-]+/))
  const isWide = columns.length > 2
  if (!isWide && !words.some((word) => word.length > mostLetters)) return
  table.properties = { ...table.properties, "data-stacks": "" }
  if (!isWide) return
  for (const row of rows)
    row.forEach((cell, index) => {
      const name = columns[index] ? textOf(columns[index]) : ""
      if (index && name) cell.properties = { ...cell.properties, "data-column": name }
    })
}

/**
 * The elements of these names in a node, in order, but none within another.
 *
 * @param {Node} node
 * @param {string[]} names
 * @returns {Node[]}
 */
const all = (node, names) =>
  (node.children ?? []).flatMap((child) =>
    names.includes(child.tagName ?? "") ? [child] : all(child, names),
  )

/**
 * A name that may break over two lines counts as two words: see breakable-names.mjs.
 *
 * @param {Node} node
 * @returns {string}
 */
const textOf = ({ tagName, value, children = [] }) =>
  tagName === "wbr" ? " " : (value ?? children.map(textOf).join(""))
