// @ts-check

/**
 * A node of an ESTree syntax tree with JSX.
 *
 * @typedef {{ type: string, [key: string]: any }} Node
 */

/** The elements that are passed as HTML if they contain no components. */
const blocks = new Set(["blockquote", "li", "ol", "p", "pre", "table", "ul"])

/** Elements with a component of their own. A block that contains one is left alone. */
const framed = new Set(["h2", "h3", "h4", "pre", "table"])

/** For a shorter text, the attributes would be as long as the text. */
const leastCharacters = 40

/**
 * A recma plugin that passes text and code to their components as HTML instead of elements. They were
 * most of a page's script, and React hydrated every word of code. In production, the browser's script
 * doesn't contain them: see components/theme/page-html.ts. A block that contains a component
 * (`<Choice>`, for example) is left alone.
 *
 * @returns {(program: Node) => void}
 */
export function textAsHtml() {
  return (program) => {
    let index = 0
    visit(program, (element) => {
      if (!blocks.has(nameOf(element))) return
      const html = htmlOfAll(element.children)
      if (html === undefined || html.length < leastCharacters) return
      const { openingElement } = element
      openingElement.attributes = openingElement.attributes.filter(
        (/** @type {Node} */ { name }) => name?.name !== "data-word-wrap",
      )
      openingElement.attributes.push(
        attribute("index", { type: "Literal", value: index++ }),
        attribute("html", serverOnly(html)),
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
 * A text that the compiler removes from the browser's script, except in development, where an edit
 * should show without a reload.
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
 * @param {Node[]} nodes
 * @returns {string | undefined} `undefined` if one of them isn't plain HTML.
 */
function htmlOfAll(nodes) {
  const all = nodes.map(htmlOf)
  return all.includes(undefined) ? undefined : all.join("")
}

/**
 * @param {Node} node
 * @returns {string | undefined}
 */
function htmlOf(node) {
  if (node.type === "JSXText") return escape(node.value)
  if (node.type === "JSXExpressionContainer")
    return typeof node.expression.value === "string" ? escape(node.expression.value) : undefined
  // Anything but an element from Markdown may be a component, or have a listener.
  if (node.type !== "JSXElement" || !node.openingElement.name.property) return undefined
  const tag = nameOf(node)
  if (framed.has(tag)) return undefined
  const attributes = node.openingElement.attributes.map(attributeHtml)
  const inner = htmlOfAll(node.children)
  if (inner === undefined || attributes.includes(undefined)) return undefined
  const opening = `<${tag}${attributes.join("")}>`
  return voidElements.has(tag) ? opening : `${opening}${inner}</${tag}>`
}

const voidElements = new Set(["br", "hr", "img"])

/**
 * @param {Node} attribute
 * @returns {string | undefined}
 */
function attributeHtml({ name, value }) {
  const text = value?.type === "JSXExpressionContainer" ? value.expression.value : value?.value
  if (typeof text !== "string" || typeof name?.name !== "string") return undefined
  return ` ${name.name === "className" ? "class" : name.name}="${escape(text)}"`
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
