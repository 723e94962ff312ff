// @ts-check
import { errorPageOf, errorPages, isErrorPage } from "./error-page.mjs"
import { errorIndex } from "./error-index.mjs"
import { fragmentOf, places, steps } from "./places-and-steps.mjs"

/** Where the index wants its lists. */
const placeholder = /^<ErrorIndex by="(message|place|step)" \/>$/gm

/**
 * Writes into the page of an error, below its title, where and when it appears, and its messages as
 * readers see them. `<ErrorIndex by="step" />` becomes a list of all errors.
 *
 * @param {string} page   Path of the page, from the top of the checkout.
 * @param {string} source The page's MDX.
 * @param {string} root   The top of the checkout.
 * @param {(file: string) => void} onRead Is told each file that the text is made from.
 * @returns {string}
 * @throws {Error} If the front matter of an error's page lacks something, or it has no title.
 */
export function expandErrors(page, source, root, onRead) {
  if (isErrorPage(page)) return expandErrorPage(page, source)
  if (source.search(placeholder) < 0) return source
  const errors = errorPages(root, onRead)
  return source.replace(placeholder, (_, by) => errorIndex(errors, by))
}

/**
 * @param {string} page
 * @param {string} source
 */
function expandErrorPage(page, source) {
  const error = errorPageOf(page, source)
  const title = /^# .+\n/m.exec(source)
  if (!title) throw new Error(`${page} has to begin with its title, as a heading: # ${error.title}`)
  const start = title.index + title[0].length
  const whole = `${source.slice(0, start)}\n${headOf(error)}\n${source.slice(start)}`
  if (!error.notReproduced) return whole
  return `${whole.trimEnd()}\n\n<p className="verified">No test reproduces this error: ${error.notReproduced}</p>\n`
}

/** @param {import("./error-page.mjs").ErrorPage} error */
function headOf({ messages, place, step }) {
  const inIndex = (/** @type {"in" | "step"} */ kind, /** @type {string} */ name) =>
    `/errors#${fragmentOf(kind, name)}`
  const labels = [
    `[${places[/** @type {keyof typeof places} */ (place)]}](${inIndex("in", place)})`,
    `[${steps[/** @type {keyof typeof steps} */ (step)]}](${inIndex("step", step)})`,
  ]
  const fences = messages.map((message) => `\`\`\`\`text explained\n${message.trimEnd()}\n\`\`\`\``)
  return [
    '<div className="error-labels">',
    ...labels,
    "</div>",
    '<div className="error-messages">',
    ...fences,
    "</div>",
  ].join("\n\n")
}
