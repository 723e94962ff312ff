// @ts-check
import { isChosen } from "./chosen.mjs"
import { bulletList, link, listItem, paragraph, text } from "./markdown-nodes.mjs"
import { resolveBlocks, resolveNodes } from "./resolve-nodes.mjs"
import { siteAddress } from "./site-address.mjs"
import { stepSentence } from "./step-sentences.mjs"

/**
 * @typedef {import("./resolve-nodes.mjs").Element} Element
 * @typedef {import("./resolve-nodes.mjs").Context} Context
 * @typedef {import("./resolve-nodes.mjs").Form} Form
 */

/** @type {Form} */
const childrenOnly = ({ children }, context) => resolveNodes(children, context)

/** @type {Form} */
const nothing = () => []

/**
 * What each component and each element that pages contain is in Markdown. A page with another one fails
 * the build.
 *
 * @type {Record<string, Form>}
 */
const forms = {
  Choice(element, context) {
    const { as, ...wanted } = propsOf(element)
    if (!isChosen(wanted, context.chosen)) return []
    return as === "li" ? [itemOf(element, context)] : resolveNodes(element.children, context)
  },
  Callout(element, context) {
    const label = propsOf(element).type === "warning" ? "Warning" : "Note"
    const children = resolveBlocks(element.children, context)
    return [{ type: "blockquote", children: [strong(label), ...children] }]
  },

  // They only arrange what is in them.
  ChoiceTabs: childrenOnly,
  FrontHead: childrenOnly,
  FrontNote: childrenOnly,
  Half: childrenOnly,
  Halves: childrenOnly,
  NumberedCards: childrenOnly,
  Proofs: childrenOnly,
  Stage: childrenOnly,
  Ways: childrenOnly,
  Side: (element, context) => [
    strong(propsOf(element).label ?? ""),
    ...resolveBlocks(element.children, context),
  ],

  // They only show something beside the text: what the reader's browser lacks, or how far they are.
  Needs: nothing,
  Progress: nothing,
  SharedScore: nothing,

  // They work on the page only.
  LiveDemo: (_, context) => onThePage("the live demo", context),
  LivePart: (_, context) => onThePage("this part of the app, running", context),
  Inspector: (_, context) => onThePage("the field to paste into", context),
  Doctor: (_, context) => onThePage("the fields to paste files into", context),
  LabCase: (element, context) => onThePage(`predict and try: ${propsOf(element).title}`, context),
  LabScore: nothing,
  ResponseChecker: (_, context) => onThePage("the checker", context),
  CeremonyExcerpt: (element, context) => onThePage(propsOf(element).label ?? "", context),

  div(element, context) {
    const { className, ...props } = propsOf(element)
    const blocks = resolveBlocks(element.children, context)
    if (className === "steps") return numbered(blocks)
    const sentence = stepSentence(props)
    // The path that stands above the code is in that sentence.
    return sentence
      ? [paragraph(...sentence), ...blocks.filter(({ type }) => type === "code")]
      : blocks
  },
  span: childrenOnly,
  time: childrenOnly,
  p: (element, context) => resolveBlocks(element.children, context),
  ul: (element, context) => [
    bulletList(resolveNodes(element.children, context).filter((node) => node.type === "listItem")),
  ],
  li: (element, context) => [itemOf(element, context)],
  a: (element, context) => [
    link(
      siteAddress(propsOf(element).href ?? "", context),
      .../** @type {import("mdast").PhrasingContent[]} */ (resolveNodes(element.children, context)),
    ),
  ],
  // An answer in a grid of the support matrix, and its evidence.
  details: childrenOnly,
  summary: (element, context) => [...resolveNodes(element.children, context), text(". ")],
  code: (element, context) => {
    const [child] = resolveNodes(element.children, context)
    return child?.type === "text" ? [{ type: "inlineCode", value: child.value }] : []
  },
}

/**
 * The form of a component or an element in Markdown.
 *
 * @param {string} name
 * @returns {Form | undefined}
 */
export const formOf = (name) => (Object.hasOwn(forms, name) ? forms[name] : undefined)

/**
 * The attributes of an element. One without a value is an empty string.
 *
 * @param {Element} element
 * @returns {Record<string, string>}
 */
function propsOf({ attributes }) {
  return Object.fromEntries(
    attributes.flatMap((attribute) => {
      const { value } = attribute
      const isText = attribute.type === "mdxJsxAttribute" && (value ?? "") === String(value ?? "")
      return isText ? [[attribute.name, String(value ?? "")]] : []
    }),
  )
}

/**
 * @param {Element} element
 * @param {Context} context
 */
const itemOf = (element, context) => listItem(...resolveBlocks(element.children, context))

/**
 * @param {string} label
 * @returns {import("mdast").Paragraph}
 */
const strong = (label) => paragraph({ type: "strong", children: [text(label)] })

/**
 * @param {string} what
 * @param {Context} context
 */
function onThePage(what, context) {
  const address = siteAddress(context.address, context)
  return [paragraph(text("(On the page: "), link(address, text(what)), text(")"))]
}

/**
 * Numbers the headings of steps, as the page's style sheet does.
 *
 * @param {import("mdast").BlockContent[]} blocks
 */
function numbered(blocks) {
  let number = 0
  return blocks.map((block) =>
    block.type === "heading" && block.depth === 2
      ? { ...block, children: [text(`${++number}. `), ...block.children] }
      : block,
  )
}
