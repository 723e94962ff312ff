// @ts-check

/**
 * What is written here of a syntax tree of JavaScript with JSX (ESTree).
 *
 * @typedef {{ type: string, [key: string]: any }} Node
 */

/**
 * A recma plugin: hands each block of code to its component as HTML instead of elements. The words of
 * code were most of a page's script, and React went through every one of them. In production the
 * browser's script has no code at all: see components/theme/code-html.ts for where it is then.
 *
 * @returns {(program: Node) => void}
 */
export function codeAsHtml() {
  return (program) => {
    let index = 0
    visit(program, (element) => {
      if (nameOf(element) !== "pre") return
      const { openingElement } = element
      openingElement.attributes = openingElement.attributes.filter(
        (/** @type {Node} */ { name }) => name?.name !== "data-word-wrap",
      )
      openingElement.attributes.push(
        attribute("index", { type: "Literal", value: index++ }),
        attribute("html", serverOnly(element.children.map(htmlOf).join(""))),
      )
      element.children = []
    })
  }
}

/** @param {Node} element `<_components.pre>` is a `pre`. */
const nameOf = ({ openingElement: { name } }) => name.property?.name ?? name.name

/**
 * @param {string} name
 * @param {Node} expression
 * @returns {Node}
 */
const attribute = (name, expression) => ({
  type: "JSXAttribute",
  name: { type: "JSXIdentifier", name },
  value: { type: "JSXExpressionContainer", expression },
})

/**
 * A text that the compiler takes out of the browser's script. Not in development, where an edit shows
 * without a reload.
 *
 * @param {string} value
 * @returns {Node}
 */
const serverOnly = (value) => ({
  type: "ConditionalExpression",
  test: {
    type: "LogicalExpression",
    operator: "||",
    left: {
      type: "BinaryExpression",
      operator: "===",
      left: {
        type: "UnaryExpression",
        operator: "typeof",
        prefix: true,
        argument: { type: "Identifier", name: "window" },
      },
      right: { type: "Literal", value: "undefined" },
    },
    right: {
      type: "BinaryExpression",
      operator: "!==",
      left: member(member({ type: "Identifier", name: "process" }, "env"), "NODE_ENV"),
      right: { type: "Literal", value: "production" },
    },
  },
  consequent: { type: "Literal", value },
  alternate: { type: "Identifier", name: "undefined" },
})

/**
 * @param {Node} object
 * @param {string} name
 * @returns {Node}
 */
const member = (object, name) => ({
  type: "MemberExpression",
  object,
  property: { type: "Identifier", name },
  computed: false,
  optional: false,
})

/**
 * @param {Node} node
 * @returns {string}
 * @throws {Error} For what a highlighter does not write.
 */
function htmlOf(node) {
  if (node.type === "JSXText") return escape(node.value)
  if (node.type === "JSXExpressionContainer") return escape(node.expression.value)
  if (node.type !== "JSXElement") throw new Error(`A block of code has a ${node.type}.`)
  const tag = nameOf(node)
  const attributes = node.openingElement.attributes.map((/** @type {Node} */ { name, value }) => {
    const text = value?.type === "JSXExpressionContainer" ? value.expression.value : value?.value
    if (typeof text !== "string") throw new Error(`${name?.name} of a block of code is no text.`)
    return ` ${name.name === "className" ? "class" : name.name}="${escape(text)}"`
  })
  return `<${tag}${attributes.join("")}>${node.children.map(htmlOf).join("")}</${tag}>`
}

/** @param {string} text */
const escape = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

/**
 * Calls `found` for each JSX element, an outer one before those in it.
 *
 * @param {unknown} node
 * @param {(element: Node) => void} found
 */
function visit(node, found) {
  if (Array.isArray(node)) for (const one of node) visit(one, found)
  else if (node && typeof node === "object") {
    if ("type" in node && node.type === "JSXElement") found(/** @type {Node} */ (node))
    for (const value of Object.values(node)) visit(value, found)
  }
}
