// @ts-check
import remarkFrontmatter from "remark-frontmatter"
import remarkGfm from "remark-gfm"
import remarkMdx from "remark-mdx"
import remarkParse from "remark-parse"
import { unified } from "unified"
import { parse } from "yaml"

/**
 * @typedef {object} ParsedPage
 * @property {string} path   Of its source, from the top of the checkout: `pages/install.mdx`.
 * @property {string} address Without query and fragment: `/install`.
 * @property {string} title
 * @property {string} description
 * @property {import("mdast").Root} tree
 */

// The same parsers as in Nextra, in the same versions: package.json.
const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx)

/**
 * Parses a page.
 *
 * @param {string} path    Of its source, from the top of the checkout.
 * @param {string} content What `expandPage` returns.
 * @returns {ParsedPage}
 * @throws {Error} If it's not valid MDX, or its front matter has no title or no description.
 */
export function parsePage(path, content) {
  const tree = processor.parse(content)
  const [first] = tree.children
  const { title, description } = (first?.type === "yaml" && parse(first.value)) || {}
  if (typeof title !== "string" || typeof description !== "string")
    throw new Error(`${path} needs a title and a description in its front matter.`)
  return { path, address: addressOf(path), title, description, tree }
}

/**
 * `pages/database/index.mdx` → `/database`.
 *
 * @param {string} path
 */
const addressOf = (path) =>
  path
    .replace(/^pages\/(.*)\.mdx$/, "/$1")
    .replace(/(?<=\/)index$/, "")
    .replace(/(?<=.)\/$/, "")
