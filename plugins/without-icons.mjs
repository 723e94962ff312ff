// @ts-check

/**
 * The parts of an ESTree syntax tree with JSX that this plugin reads.
 *
 * @typedef {{ type: string, name?: { name: string }, source?: { value: string }, attributes?: Node[] }} Node
 * @typedef {{ type: "Program", body: Node[] }} Program
 */

/**
 * A recma plugin that removes the icons that Nextra adds to code blocks. The bar above each block names
 * its file or language.
 *
 * @returns {(program: Program) => void}
 */
export function withoutIcons() {
  return (program) => {
    program.body = program.body.filter(
      (node) => node.type !== "ImportDeclaration" || node.source?.value !== "nextra/icons",
    )
    removeIcons(program)
  }
}

/** @param {unknown} node */
function removeIcons(node) {
  if (Array.isArray(node)) node.forEach(removeIcons)
  if (!isNode(node)) return
  if (node.type === "JSXOpeningElement")
    node.attributes = node.attributes?.filter(({ name }) => name?.name !== "icon")
  for (const value of Object.values(node)) if (typeof value === "object") removeIcons(value)
}

/**
 * @param {unknown} value
 * @returns {value is Node}
 */
function isNode(value) {
  return typeof value === "object" && value !== null && "type" in value
}
