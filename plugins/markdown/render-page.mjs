// @ts-check
import remarkGfm from "remark-gfm"
import remarkStringify from "remark-stringify"
import { unified } from "unified"
import { choices } from "./chosen.mjs"
import { formOf } from "./component-forms.mjs"
import { link, paragraph, text } from "./markdown-nodes.mjs"
import { resolveBlocks } from "./resolve-nodes.mjs"
import { siteAddress } from "./site-address.mjs"

const processor = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: "-", listItemIndent: "one", rule: "-", fences: true })

/**
 * A page as Markdown, for one reader's choices. Its links are absolute, with `originPlaceholder` for the
 * site's origin.
 *
 * @param {import("./parse-page.mjs").ParsedPage} page
 * @param {Readonly<Record<string, string>>} chosen The value of each choice that the page depends on.
 * @returns {string}
 * @throws {Error} If a component in it has no form in Markdown.
 */
export function renderPage({ path, address, title, description, tree }, chosen) {
  const context = { path, address, chosen, formOf }
  const [first, ...rest] = resolveBlocks(tree.children, context)
  if (first?.type !== "heading" || first.depth !== 1)
    throw new Error(`${path} has to begin with its title, as a heading: # ${title}`)
  const children = [first, aboutPage(description, context), ...rest]
  return processor.stringify({ type: "root", children })
}

/**
 * What the text is, for people and programs that only have the text.
 *
 * @param {string} description
 * @param {import("./resolve-nodes.mjs").Context} context
 * @returns {import("mdast").Blockquote}
 */
function aboutPage(description, context) {
  const address = siteAddress(context.address, context)
  const values = Object.entries(context.chosen).map(
    ([name, value]) => choices[name]?.options[value]?.replaceAll(", ", " or ") ?? "",
  )
  const shownFor = values.length ? `, for ${values.join(" with ")}` : ""
  const from = [text("From "), link(address, text(address)), text(`${shownFor}.`)]
  return { type: "blockquote", children: [paragraph(text(description)), paragraph(...from)] }
}
