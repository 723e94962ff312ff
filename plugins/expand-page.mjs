// @ts-check
import { expandChoices, nameChoices } from "./choices.mjs"
import { expandErrors } from "./errors/expand-errors.mjs"
import { quote } from "./quote.mjs"
import { expandRecipes } from "./recipes.mjs"
import { markSteps } from "./steps.mjs"
import { expandSupportGrids, gridFiles } from "./support-grid.mjs"
import { addVerified, readRecord, recordPath, wantsVerified } from "./verified.mjs"

/**
 * Writes everything into a page that its author left out: quoted code, its variants, the diffs of
 * recipes, the list of files, the grids of the support matrix, the messages of an error and the index of
 * all errors, and the line about tests. What Nextra compiles and what readers get as Markdown are made
 * from the same text.
 *
 * @param {string} page   Path of the page from the top of the checkout, for messages.
 * @param {string} source The page's MDX, as its author wrote it.
 * @param {string} root   The top of the checkout.
 * @param {(file: string) => void} onRead Is told each file that the text is made from, by its path from
 *   the top, before it's read: also if it doesn't exist. A folder's path ends with a slash.
 * @returns {string} The complete MDX.
 * @throws {Error} If something that the page names is missing. The message names the page.
 */
export function expandPage(page, source, root, onRead = () => {}) {
  const withErrors = expandErrors(page, source, root, onRead)
  const withRecipes = expandRecipes(page, withErrors, root, onRead)
  const expanded = nameChoices(expandChoices(page, withRecipes, root, onRead))
  for (const [, file = ""] of expanded.matchAll(/\sfile="([^"#\n]*)/g)) onRead(file)
  const steps = markSteps(page, quote(page, expanded, root).content)
  const grids = gridFiles(steps)
  grids.forEach(onRead)
  const content = grids.length ? expandSupportGrids(steps, root, readRecord(root)) : steps
  if (!wantsVerified(content)) return content
  onRead(recordPath)
  return addVerified(page, content, readRecord(root))
}
