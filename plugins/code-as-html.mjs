// @ts-check
import { wrappingLanguages } from "../components/theme/wrapping-languages.mjs"

/**
 * A node of an ESTree syntax tree with JSX.
 *
 * @typedef {{ type: string, [key: string]: any }} Node
 */

/**
 * The element of each class of code: its first letter, and the hyphen that makes it a valid name of an
 * element without a meaning of its own (HTML §4.13.3). The colors are in components/theme/code.css.
 *
 * @type {Record<string, string>}
 */
const elements = {
  comment: "c-",
  keyword: "k-",
  string: "s-",
  constant: "n-",
  function: "f-",
  parameter: "p-",
  inserted: "i-",
  deleted: "d-",
}

/** Around blocks whose lines wrap, whatever their language. */
const wrapping = "data-expect"

/**
 * A recma plugin that writes the code of each block as HTML, for pages to be small and quick to compile:
 * on some pages, the elements of the code were longer than everything else. A word of code has an
 * element of a few letters, and a marked line is a `<mark>`. Another line has an element only if it wraps,
 * which indents what goes on.
 *
 * @returns {(program: Node) => void}
 */
export function codeAsHtml() {
  return (program) => visit(program, false)
}

/**
 * @param {unknown} node
 * @param {boolean} wraps
 */
function visit(node, wraps) {
  if (Array.isArray(node)) return node.forEach((one) => visit(one, wraps))
  if (!isNode(node)) return
  if (node.type === "JSXElement" && nameOf(node) === "pre") {
    const code = node.children.find((/** @type {Node} */ child) => nameOf(child) === "code")
    const language = attributesOf(node)["data-language"] ?? ""
    if (code) return replaceChildren(code, wraps || wrappingLanguages.includes(language))
  }
  const wrapsInside = wraps || (node.type === "JSXElement" && wrapping in attributesOf(node))
  for (const value of Object.values(node)) if (typeof value === "object") visit(value, wrapsInside)
}

/**
 * @param {Node} code
 * @param {boolean} wraps
 */
function replaceChildren(code, wraps) {
  const html = code.children.map((/** @type {Node} */ child) => htmlOf(child, wraps)).join("")
  code.children = []
  code.openingElement.attributes.push({
    type: "JSXAttribute",
    name: { type: "JSXIdentifier", name: "dangerouslySetInnerHTML" },
    value: {
      type: "JSXExpressionContainer",
      expression: {
        type: "ObjectExpression",
        properties: [
          {
            type: "Property",
            kind: "init",
            key: { type: "Identifier", name: "__html" },
            value: { type: "Literal", value: joined(html) },
            computed: false,
            method: false,
            shorthand: false,
          },
        ],
      },
    },
  })
}

/**
 * Joins elements of one color that only have whitespace between them: comments of several lines, above
 * all.
 *
 * @param {string} html
 */
const joined = (html) => html.replace(/<\/(\w-)>(\s+)<\1>/g, "$2")

/**
 * @param {Node} node A text, a line, a word, or what plugins/fold-code.mjs makes.
 * @param {boolean} wraps
 * @returns {string}
 * @throws {Error} If it's something else.
 */
function htmlOf(node, wraps) {
  if (node.type === "JSXExpressionContainer" && typeof node.expression.value === "string")
    return node.expression.value.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
  if (node.type !== "JSXElement" || nameOf(node) !== "span")
    throw new Error(`Code can't have a ${node.type} in it.`)
  const html = node.children.map((/** @type {Node} */ child) => htmlOf(child, wraps)).join("")
  const { className, ...data } = attributesOf(node)
  if (className) {
    const element = elements[className]
    if (!element) throw new Error(`Code can't have the class ${className}.`)
    return `<${element}>${html}</${element}>`
  }
  if ("data-highlighted-line" in data) return `<mark>${html}</mark>`
  const attributes = Object.entries(data).map(([name, value]) => ` ${name}="${value}"`)
  return attributes.length || wraps ? `<span${attributes.join("")}>${html}</span>` : html
}

/**
 * @param {Node} node
 * @returns {string | undefined} The name of an element, whether it's from Markdown or not.
 */
const nameOf = ({ openingElement }) =>
  openingElement?.name.property?.name ?? openingElement?.name.name

/**
 * @param {Node} element
 * @returns {Record<string, string>} Those that are text.
 */
const attributesOf = ({ openingElement }) =>
  Object.fromEntries(
    openingElement.attributes
      .filter((/** @type {Node} */ { type }) => type === "JSXAttribute")
      .map((/** @type {Node} */ { name, value }) => [name.name, value?.value ?? ""]),
  )

/**
 * @param {unknown} value
 * @returns {value is Node}
 */
const isNode = (value) => typeof value === "object" && value !== null && "type" in value
