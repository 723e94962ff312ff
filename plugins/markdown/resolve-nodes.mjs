// @ts-check
import { phrasing } from "mdast-util-phrasing"
import { codeWithName, withoutId } from "./markdown-nodes.mjs"
import { siteAddress } from "./site-address.mjs"

/**
 * @typedef {import("mdast").Nodes} Node
 * @typedef {Extract<Node, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>} Element
 *
 * What the nodes of a page depend on.
 *
 * @typedef {object} Context
 * @property {string} path    Of the page's source, for messages.
 * @property {string} address Of the page, without origin.
 * @property {Readonly<Record<string, string>>} chosen The value of each choice.
 * @property {(name: string) => Form | undefined} formOf The form of a component: component-forms.mjs.
 *
 * @typedef {(element: Element, context: Context) => Node[]} Form
 */

/**
 * Turns the nodes of MDX into nodes of Markdown, for one reader's choices.
 *
 * @param {readonly Node[]} nodes
 * @param {Context} context
 * @returns {Node[]}
 * @throws {Error} If a component has no form in Markdown. The message says where it is.
 */
export const resolveNodes = (nodes, context) => nodes.flatMap((node) => resolveNode(node, context))

/**
 * The children of an element, resolved, as blocks: text that has no block of its own becomes a
 * paragraph.
 *
 * @param {readonly Node[]} nodes
 * @param {Context} context
 * @returns {import("mdast").BlockContent[]}
 */
export function resolveBlocks(nodes, context) {
  /** @type {import("mdast").BlockContent[]} */
  const blocks = []
  /** @type {import("mdast").PhrasingContent[]} */
  let run = []
  const endRun = () => {
    const isText = run.some((node) => node.type !== "text" || node.value.trim())
    if (isText) blocks.push({ type: "paragraph", children: run })
    run = []
  }
  for (const node of resolveNodes(nodes, context)) {
    if (phrasing(node)) run.push(node)
    else {
      endRun()
      addBlock(blocks, /** @type {import("mdast").BlockContent} */ (node))
    }
  }
  endRun()
  return blocks
}

/**
 * Adds a block. A list after a list goes on with it: a `<Choice>` had separated them.
 *
 * @param {import("mdast").BlockContent[]} blocks
 * @param {import("mdast").BlockContent} block
 */
function addBlock(blocks, block) {
  const last = blocks.at(-1)
  if (block.type === "list" && last?.type === "list" && block.ordered === last.ordered)
    blocks.splice(-1, 1, { ...last, children: [...last.children, ...block.children] })
  else blocks.push(block)
}

/**
 * @param {Node} node
 * @param {Context} context
 * @returns {Node[]}
 */
function resolveNode(node, context) {
  switch (node.type) {
    case "yaml":
      return []
    case "mdxjsEsm":
      if (!/^import\s/.test(node.value)) throw unknown("This export", node, context)
      return []
    case "mdxFlowExpression":
    case "mdxTextExpression":
      return expressionText(node, context)
    case "mdxJsxFlowElement":
    case "mdxJsxTextElement": {
      const form = context.formOf(node.name ?? "")
      if (!form) throw unknown(`<${node.name ?? ""}>`, node, context)
      return form(node, context)
    }
    case "paragraph":
      return standsAlone(node)
        ? resolveBlocks(node.children, context)
        : unlessEmpty({ ...node, children: textOnly(resolveNodes(node.children, context)) })
    case "heading":
      return [{ ...node, children: withoutId(textOnly(resolveNodes(node.children, context))) }]
    case "link":
    case "definition":
    case "image":
      return [withResolvedChildren({ ...node, url: siteAddress(node.url, context) }, context)]
    case "code":
      return codeWithName(node)
    case "blockquote":
    case "listItem":
      return unlessEmpty({ ...node, children: resolveBlocks(node.children, context) })
    case "html":
    case "footnoteReference":
    case "footnoteDefinition":
      throw unknown(`"${node.type}"`, node, context)
    default:
      return unlessEmpty(withResolvedChildren(node, context))
  }
}

/**
 * A paragraph of nothing but elements, each on a line of its own: MDX takes them for blocks.
 *
 * @param {import("mdast").Paragraph} paragraph
 */
const standsAlone = ({ children }) =>
  children.every(
    (child) => child.type === "mdxJsxTextElement" || (child.type === "text" && !child.value.trim()),
  )

/**
 * @template {Node} Kind
 * @param {Kind} node
 * @param {Context} context
 * @returns {Kind}
 */
function withResolvedChildren(node, context) {
  return "children" in node ? { ...node, children: resolveNodes(node.children, context) } : node
}

/**
 * Nothing, if everything in it is for other readers.
 *
 * @param {Node} node
 */
const unlessEmpty = (node) =>
  "children" in node && !node.children.length && node.type !== "tableCell" ? [] : [node]

/**
 * What stands in a line: a paragraph in it gives its text.
 *
 * @param {Node[]} nodes
 */
const textOnly = (nodes) =>
  /** @type {import("mdast").PhrasingContent[]} */ (
    nodes.flatMap((node) => (node.type === "paragraph" ? node.children : [node]))
  )

/**
 * `{"[...nextauth]"}` is text. A comment is nothing.
 *
 * @param {Extract<Node, { type: "mdxFlowExpression" | "mdxTextExpression" }>} node
 * @param {Context} context
 * @returns {Node[]}
 */
function expressionText(node, context) {
  if (/^\s*\/\*[^]*\*\/\s*$/.test(node.value)) return []
  const [statement] = node.data?.estree?.body ?? []
  const value =
    statement?.type === "ExpressionStatement" && statement.expression.type === "Literal"
      ? statement.expression.value
      : undefined
  if (typeof value !== "string") throw unknown(`{${node.value}}`, node, context)
  return [{ type: "text", value }]
}

/**
 * @param {string} what
 * @param {Node} node
 * @param {Context} context
 */
const unknown = (what, node, { path }) =>
  new Error(
    `${path}, line ${node.position?.start.line}, with its quoted code: ${what} has no form in Markdown. Give it one in plugins/markdown/component-forms.mjs.`,
  )
