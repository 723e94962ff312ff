// @ts-check
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { pictureTexts } from "../../demo/live/pictures/picture-texts.mjs"
import { expandPage } from "../expand-page.mjs"
import { choicesIn } from "../choices.mjs"
import { combinationsOf } from "./chosen.mjs"
import { parsePage } from "./parse-page.mjs"
import { renderPage } from "./render-page.mjs"

/**
 * A page in all of its variants.
 *
 * @typedef {object} PageMarkdown
 * @property {string} path    Of its source, from the top of the checkout: `pages/install.mdx`.
 * @property {string} address `/install`
 * @property {string} title
 * @property {string} description
 * @property {string[]} choices The names of the choices that its text depends on.
 * @property {Record<string, string>} variants Its Markdown by the values of these choices, separated by
 *   spaces: `sqlite npm`.
 */

/** Not pages of the guide. */
const errorPages = /^pages\/(404|500)\.mdx$/

/**
 * The pages of the guide, by the paths of their sources, from the top of the checkout.
 *
 * @param {string} root The top of the checkout.
 */
export const pagePaths = (root) =>
  readdirSync(join(root, "pages"), { recursive: true, encoding: "utf8" })
    .map((file) => `pages/${file.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".mdx") && !errorPages.test(path))
    .sort()

/** What was made before, by the page's complete MDX: an edit of one page makes only that one again. */
const made = /** @type {Map<string, { content: string, page: PageMarkdown }>} */ (new Map())

/**
 * Makes the Markdown of a page, for every choice.
 *
 * @param {string} path Of the page's source, from the top of the checkout.
 * @param {string} root The top of the checkout.
 * @param {(file: string) => void} [onRead] Is told each file that the text is made from.
 * @returns {PageMarkdown}
 * @throws {Error} If the page can't be parsed, or a component in it has no form in Markdown.
 */
export function pageMarkdown(path, root, onRead = () => {}) {
  const read = (/** @type {string} */ file) => {
    onRead(file)
    return readFileSync(join(root, file), "utf8")
  }
  const content = picturesAsText(expandPage(path, read(path), root, onRead), read)
  const known = made.get(path)
  if (known?.content === content) return known.page
  const parsed = parsePage(path, content)
  const { address, title, description } = parsed
  const choices = choicesIn(content)
  const variants = Object.fromEntries(
    combinationsOf(choices).map((chosen) => [
      Object.values(chosen).join(" "),
      renderPage(parsed, chosen),
    ]),
  )
  const page = { path, address, title, description, choices, variants }
  made.set(path, { content, page })
  return page
}

/**
 * Replaces each picture with what it says.
 *
 * @param {string} content The page's MDX.
 * @param {(file: string) => string} read
 */
const picturesAsText = (content, read) =>
  content.replace(/^<(\w+Picture)([^>]*) \/>$/gm, (tag, name, attributes) => {
    const properties = Array.from(attributes.matchAll(/(\w+)="([^"]*)"/g), ([, key, value]) => [
      key,
      value,
    ])
    return pictureTexts[name]?.(Object.fromEntries(properties), read) ?? tag
  })
