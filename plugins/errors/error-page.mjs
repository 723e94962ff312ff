// @ts-check
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { z } from "zod"
import { places, steps } from "./places-and-steps.mjs"

/** Where the pages are, from the top of the checkout. Each file but the index is the page of an error. */
export const errorsFolder = "pages/errors"

const keysOf = (/** @type {Record<string, string>} */ names) =>
  z.enum(/** @type {[string, ...string[]]} */ (Object.keys(names)))

/** What the front matter of each error's page has to say. */
const frontMatter = z.object({
  title: z.string(),
  // What readers see, each as it's printed. `…` stands for what varies.
  messages: z.array(z.string()).nonempty(),
  place: keysOf(places),
  step: keysOf(steps),
  // Why no test produces the messages, and where they were read.
  notReproduced: z.string().optional(),
})

/**
 * An error, as its page describes it.
 *
 * @typedef {z.infer<typeof frontMatter> & { slug: string, address: string }} ErrorPage
 */

/** @param {string} page Path of a page, from the top of the checkout. */
export const isErrorPage = (page) => slugOf(page) !== undefined

/** @param {string} address Of a page, without query and fragment. */
export const isErrorAddress = (address) => address.startsWith("/errors/")

/** @param {string} page */
const slugOf = (page) => /^pages\/errors\/(?!index\.mdx)([^/]+)\.mdx$/.exec(page)?.[1]

/**
 * Reads the front matter of an error's page.
 *
 * @param {string} page   Path of the page, from the top of the checkout.
 * @param {string} source The page's MDX.
 * @returns {ErrorPage}
 * @throws {Error} If something is missing in it. The message names the page.
 */
export function errorPageOf(page, source) {
  const [, yaml = ""] = /^---\n([^]*?)\n---\n/.exec(source) ?? []
  const read = frontMatter.safeParse(parse(yaml))
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Error(`${page}: in its front matter, ${issue?.path.join(".")}: ${issue?.message}`)
  }
  const slug = slugOf(page) ?? ""
  return { ...read.data, slug, address: `/errors/${slug}` }
}

/**
 * All errors that have a page, by their titles.
 *
 * @param {string} root The top of the checkout.
 * @param {(file: string) => void} [onRead] Is told each file, and first the folder, by its path from the
 *   top. The folder's ends with a slash.
 * @returns {ErrorPage[]}
 */
export function errorPages(root, onRead = () => {}) {
  onRead(`${errorsFolder}/`)
  return readdirSync(join(root, errorsFolder))
    .map((file) => `${errorsFolder}/${file}`)
    .filter(isErrorPage)
    .map((page) => {
      onRead(page)
      return errorPageOf(page, readFileSync(join(root, page), "utf8"))
    })
    .sort((one, other) => one.title.localeCompare(other.title, "en"))
}
