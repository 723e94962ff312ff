// @ts-check
import { join, relative } from "node:path"
import { expandPage } from "./expand-page.mjs"

/**
 * The webpack loader around `expandPage()`. It runs before Nextra reads a page, so that quoted code gets
 * Nextra's file name, copy button and search; and it tells webpack about the files that the page is made
 * from, so that an edit shows at once under `npm run dev`, and a page that failed builds again once the
 * file is mended.
 *
 * @this {{ resourcePath: string, rootContext: string, addDependency(file: string): void,
 *   addContextDependency(folder: string): void }}
 * @param {string} source
 */
export default function quoteLoader(source) {
  const root = this.rootContext
  const page = relative(root, this.resourcePath).replaceAll("\\", "/")
  return expandPage(page, source, root, (path) =>
    path.endsWith("/")
      ? this.addContextDependency(join(root, path))
      : this.addDependency(join(root, path)),
  )
}
