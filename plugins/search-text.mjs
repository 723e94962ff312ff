// @ts-check
import { choiceOptions } from "../components/choice-options.mjs"

/**
 * A node of a hast tree with MDX.
 *
 * @typedef {object} Node
 * @property {string} type
 * @property {string} [tagName]
 * @property {string | null} [name]
 * @property {Record<string, unknown>} [properties]
 * @property {{ name?: string, value?: unknown }[]} [attributes]
 * @property {string} [value]
 * @property {Node[]} [children]
 *
 * What a reader must have chosen to see something: for each choice, the values that show it.
 * @typedef {Record<string, string[]>} Conditions
 *
 * A piece of a section's text. Its `for` is left out if everybody sees it. A message is what a program
 * says, on the page of that error.
 * @typedef {{ text: string, isCode?: true, isMessage?: true, for?: Conditions }} Piece
 *
 * A part of a page, from one heading to the next. Before the first heading, `id` and `heading` are "",
 * and the page's description is there.
 * @typedef {{ id: string, heading: string, description?: string, for?: Conditions, pieces: Piece[] }} SectionText
 */

/** @type {Record<string, { options: Record<string, string> }>} */
const choices = choiceOptions

/** A line of text ends with each of these. */
const lines = new Set(["blockquote", "br", "dd", "div", "dt", "li", "p", "pre", "summary", "tr"])

const tableParts = new Set(["table", "tbody", "thead", "tr"])

/**
 * The line about tests at the end of each page isn't what anybody searches for. What the index lists of
 * an error is on that error's page.
 */
const unsearched = new Set(["error-index", "verified"])

const isUnsearched = (/** @type {Node} */ node) =>
  unsearched.has(String(attributeOf(node, "className")))

/**
 * A rehype plugin that splits a page into sections for the search and says, for each piece of text, which
 * of the reader's choices show it. It replaces the `structurizedData` of Nextra, which mixes all
 * variants. Nextra writes it to the file that `components/search/load-sections.ts` reads.
 *
 * @returns {(tree: Node, file: { data: Record<string, unknown> & { frontMatter?: { description?: string, messages?: unknown } } }) => void}
 */
export function searchText() {
  return (tree, file) => {
    const { description, messages } = file.data.frontMatter ?? {}
    /** @type {SectionText[]} */
    const sections = [
      { id: "", heading: "", ...(description && !messages && { description }), pieces: [] },
    ]
    collect(tree, sections, {}, {})
    file.data.structurizedData = sections.filter(
      ({ id, description, pieces }) => id || description || pieces.length,
    )
  }
}

/**
 * What tells pieces of text apart.
 *
 * @typedef {{ isCode?: true, isMessage?: true }} Kind
 */

/**
 * @param {Node} node
 * @param {SectionText[]} sections The last one is the current section.
 * @param {Conditions} conditions  Of everything around the node.
 * @param {Kind} kind              Likewise.
 */
function collect(node, sections, conditions, kind) {
  if (node.type === "text") return add(sections, node.value ?? "", conditions, kind)
  if (isUnsearched(node) || node.tagName === "h1") return
  if (/^h[2-6]$/.test(node.tagName ?? "") && node.properties?.id) {
    const id = String(node.properties.id)
    sections.push({ id, heading: textOf(node), ...forOf(conditions), pieces: [] })
    return
  }
  const inner = node.name === "Choice" ? narrow(conditions, node) : conditions
  const innerKind = kindIn(node, kind)
  for (const child of node.children ?? [])
    // Between rows and cells, text is only line breaks.
    if (child.type !== "text" || !tableParts.has(node.tagName ?? ""))
      collect(child, sections, inner, innerKind)
  const name = node.tagName ?? node.name ?? ""
  if (lines.has(name)) add(sections, "\n", conditions, kind)
  else if (name === "td" || name === "th") add(sections, "\t", conditions, kind)
}

/**
 * @param {Node} node
 * @param {Kind} kind Of what's around it.
 * @returns {Kind}
 */
function kindIn(node, kind) {
  if (attributeOf(node, "className") === "error-messages") return { isMessage: true }
  return node.tagName === "pre" && !kind.isMessage ? { isCode: true } : kind
}

/**
 * @param {SectionText[]} sections
 * @param {string} text
 * @param {Conditions} conditions
 * @param {Kind} kind
 */
function add(sections, text, conditions, kind) {
  const pieces = sections.at(-1)?.pieces ?? []
  const last = pieces.at(-1)
  const isBlank = text.trim() === ""
  if (isBlank && (!last || last.text.endsWith("\n"))) return
  const isSame =
    last?.isCode === kind.isCode &&
    last?.isMessage === kind.isMessage &&
    JSON.stringify(last?.for ?? {}) === JSON.stringify(conditions)
  if (last && (isBlank || isSame)) last.text += text
  else pieces.push({ text, ...kind, ...forOf(conditions) })
}

/** @param {Conditions} conditions */
const forOf = (conditions) => (Object.keys(conditions).length ? { for: conditions } : {})

/**
 * The conditions inside a `<Choice>`: those around it, and its own.
 *
 * @param {Conditions} outer
 * @param {Node} choice
 * @returns {Conditions}
 */
function narrow(outer, choice) {
  const inner = { ...outer }
  const excepted = wordsOf(attributeOf(choice, "except"))
  for (const [name, { options }] of Object.entries(choices)) {
    const wanted = wordsOf(attributeOf(choice, name))
    const values = Object.keys(options)
    const shown = excepted.some((value) => values.includes(value))
      ? values.filter((value) => !excepted.includes(value))
      : wanted
    if (shown.length) inner[name] = (inner[name] ?? shown).filter((value) => shown.includes(value))
  }
  return inner
}

/**
 * @param {Node} node
 * @param {string} name
 */
function attributeOf(node, name) {
  return node.attributes?.find((attribute) => attribute.name === name)?.value
}

/** @param {unknown} value */
const wordsOf = (value) => (typeof value === "string" ? value.split(" ").filter(Boolean) : [])

/**
 * @param {Node} node
 * @returns {string}
 */
const textOf = (node) =>
  node.type === "text" ? (node.value ?? "") : (node.children ?? []).map(textOf).join("")
