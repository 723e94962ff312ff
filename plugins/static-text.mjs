// @ts-check

/**
 * A node of an ESTree syntax tree with JSX.
 *
 * @typedef {{ type: string, [key: string]: any }} Node
 */

/** Components that only write HTML. Any other component stays in the browser's script. */
const presentational = new Set([
  "Callout",
  "Choice",
  "ChoiceTabs",
  "FrontHead",
  "FrontNote",
  "Half",
  "Halves",
  "NumberedCards",
  "Proofs",
  "Side",
  "Stage",
  "Ways",
])

/** What the browser's script doesn't have a component for: see components/theme/mdx-components.tsx. */
const serverOnlyElements = new Set(["ChoiceTabs", "h1", "h2", "h3", "h4", "pre", "table"])

/**
 * A recma plugin that takes the text of a page out of the browser's script. Text and code were most of
 * it, and React went through every word when it took over the page. Each run of Markdown between two
 * components goes into one element, whose content only the server's script has in production: see
 * components/theme/static-text.tsx. Components stay where they are, with all that's around them.
 *
 * @returns {(program: Node) => void}
 */
export function staticText() {
  return (program) => {
    const content = program.body.find(
      (/** @type {Node} */ node) =>
        node.type === "FunctionDeclaration" && node.id.name === "_createMdxContent",
    )
    let count = 0
    /** @param {Node[]} run */
    const wrap = (run) => element(run, count++)
    for (const parent of outermostJsx(content)) parent.children = grouped(parent.children, wrap)
  }
}

/**
 * Returns children in which each run of static nodes is one element, at every depth.
 *
 * @param {Node[]} children
 * @param {(run: Node[]) => Node} wrap
 * @returns {Node[]}
 * @throws {Error} If a component stands in an element that only the server renders.
 */
function grouped(children, wrap) {
  /** @type {Node[]} */
  const result = []
  /** @type {Node[]} */
  let run = []
  const endRun = () => {
    // A line break between two components needs no element.
    result.push(...(run.some(({ type }) => type === "JSXElement") ? [wrap(run)] : run))
    run = []
  }
  for (const child of children) {
    if (isStatic(child)) run.push(child)
    else {
      endRun()
      if (isWrapper(child)) {
        const { name } = child.openingElement
        const tag = name.property?.name ?? name.name
        if (serverOnlyElements.has(tag))
          throw new Error(`A component can't stand in <${tag}>. Put it before or after.`)
        child.children = grouped(child.children, wrap)
      }
      result.push(child)
    }
  }
  endRun()
  return result
}

/**
 * Whether a node is nothing but HTML.
 *
 * @param {Node} node
 * @returns {boolean}
 */
function isStatic(node) {
  if (node.type === "JSXText") return true
  if (node.type === "JSXExpressionContainer") return node.expression.type === "Literal"
  if (node.type === "JSXFragment") return node.children.every(isStatic)
  return node.type === "JSXElement" && isWrapper(node) && node.children.every(isStatic)
}

/**
 * Whether an element itself is only HTML: one from Markdown (`<_components.p>`, or `<_component0>` if its
 * name has a hyphen), one written as HTML
 * (`<div>`), or a component that only writes HTML.
 *
 * @param {Node} node
 * @returns {boolean}
 */
function isWrapper({ type, openingElement }) {
  if (type !== "JSXElement") return false
  const { name, attributes } = openingElement
  const isHtml = name.type === "JSXMemberExpression" || /^([a-z]|_component\d)/.test(name.name)
  return (isHtml || presentational.has(name.name)) && attributes.every(isText)
}

/**
 * @param {Node} attribute
 * @returns {boolean} `false` for a listener, for example.
 */
function isText({ type, name, value }) {
  if (type !== "JSXAttribute") return false
  // The code of a block: plugins/code-as-html.mjs.
  if (name.name === "dangerouslySetInnerHTML") return true
  return value?.type !== "JSXExpressionContainer" || value.expression.type === "Literal"
}

/**
 * @param {Node | undefined} content The function that returns the page.
 * @returns {Node[]} What it returns.
 */
function outermostJsx(content) {
  const statements = content?.body.body ?? []
  return statements
    .filter((/** @type {Node} */ { type }) => type === "ReturnStatement")
    .map((/** @type {Node} */ { argument }) => argument)
    .filter((/** @type {Node} */ { type }) => type === "JSXFragment")
}

/**
 * `<_components.StaticText index={…}>`, whose content the compiler removes from the browser's script,
 * except in development, where an edit should show without a reload.
 *
 * @param {Node[]} children
 * @param {number} index
 * @returns {Node}
 */
function element(children, index) {
  const name = {
    type: "JSXMemberExpression",
    object: { type: "JSXIdentifier", name: "_components" },
    property: { type: "JSXIdentifier", name: "StaticText" },
  }
  const fragment = {
    type: "JSXFragment",
    openingFragment: { type: "JSXOpeningFragment" },
    closingFragment: { type: "JSXClosingFragment" },
    children,
  }
  return {
    type: "JSXElement",
    openingElement: {
      type: "JSXOpeningElement",
      name,
      attributes: [
        {
          type: "JSXAttribute",
          name: { type: "JSXIdentifier", name: "index" },
          value: container({ type: "Literal", value: index }),
        },
      ],
      selfClosing: false,
    },
    closingElement: { type: "JSXClosingElement", name },
    // Nextra fills in the headings later. It finds them by `children`, which an expression doesn't have.
    children: [{ ...container(serverOnly(fragment)), children: [fragment] }],
  }
}

/**
 * @param {Node} expression
 * @returns {Node}
 */
const container = (expression) => ({ type: "JSXExpressionContainer", expression })

/**
 * @param {Node} value
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
  consequent: value,
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
