// @ts-check
import { join } from "node:path"
import { pageMapOf } from "./page-map.mjs"
import { pageMarkdown, pagePaths } from "./page-markdown.mjs"
import { originPlaceholder } from "../origin-placeholder.mjs"
import { storeTexts } from "./store-texts.mjs"

/**
 * The webpack loader behind `guide-as-markdown` (next.config.mjs): the whole guide as Markdown, as JSON.
 * Its type is in demo/live/server/markdown/guide.ts. It tells webpack about every file that the guide is
 * made from, so that an edit shows at once under `npm run dev`.
 *
 * @this {{ rootContext: string, addDependency(file: string): void, addContextDependency(folder: string): void,
 *   importModule(file: string): Promise<{ default: Record<string, unknown> }> }}
 * @param {string} packageJson The site's, which is the file that the module is named after.
 */
export default async function guideMarkdownLoader(packageJson) {
  const root = this.rootContext
  this.addContextDependency(join(root, "pages"))
  const pages = pagePaths(root).map((path) =>
    // The only folder that pages are made from is in `pages/`.
    pageMarkdown(path, root, (path) => path.endsWith("/") || this.addDependency(join(root, path))),
  )
  const { chunks, stored } = storeTexts(pages.flatMap(({ variants }) => Object.values(variants)))
  const texts = stored.values()
  return JSON.stringify({
    title: JSON.parse(packageJson).description.replace(/\.$/, ""),
    originPlaceholder,
    chunks,
    pages: pages.map(({ address, title, description, choices, variants }) => ({
      address,
      title,
      description,
      choices,
      variants: Object.fromEntries(
        Object.keys(variants).map((values) => [values, texts.next().value]),
      ),
    })),
    pageMap: await pageMapOf(root, pages, (file) => this.importModule(file)),
  })
}
