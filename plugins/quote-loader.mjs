// @ts-check
import { join, relative } from "node:path"
import { expandChoices, nameChoices } from "./choices.mjs"
import { quote } from "./quote.mjs"
import { expandRecipes } from "./recipes.mjs"
import { markSteps } from "./steps.mjs"
import { addVerified, readRecord, recordPath, wantsVerified } from "./verified.mjs"

/**
 * The webpack loader around `quote()` and `markSteps()`. It runs before Nextra reads a page, so that quoted code gets
 * Nextra's file name, copy button and search; and it tells webpack about the quoted files, so that
 * an edit shows at once under `npm run dev`.
 *
 * @this {{ resourcePath: string, rootContext: string, addDependency(file: string): void }}
 * @param {string} source
 */
export default function quoteLoader(source) {
  const root = this.rootContext
  const page = relative(root, this.resourcePath).replaceAll("\\", "/")
  const withRecipes = expandRecipes(page, source, root, (file) =>
    this.addDependency(join(root, file)),
  )
  const expanded = nameChoices(expandChoices(page, withRecipes, root))
  // Also when quoting fails: the page builds again once the file is mended.
  for (const [, file] of expanded.matchAll(/\sfile="([^"#\n]*)/g))
    this.addDependency(join(root, file ?? ""))
  const content = markSteps(page, quote(page, expanded, root).content)
  if (!wantsVerified(content)) return content
  this.addDependency(join(root, recordPath))
  return addVerified(page, content, readRecord(root))
}
