// @ts-check
import { createRequire } from "node:module"
import { runInNewContext } from "node:vm"
import { isErrorAddress } from "./error-page.mjs"

const require = createRequire(import.meta.url)
/** What Next.js writes the file with. @type {(value: unknown) => string} */
const devalue = require("next/dist/compiled/devalue")

/**
 * Every page loads Next's list of all routes and their scripts. This webpack plugin leaves out the pages
 * of errors, which would be most of that list. A link to one enters it there:
 * components/theme/next-routes.ts. Without script, and on the page itself, nothing needs the list.
 */
export class RoutesOfErrors {
  /** @param {any} compiler Webpack's, which Next.js brings along without its types. */
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap("RoutesOfErrors", (/** @type {any} */ compilation) => {
      // After Next.js has added the file, and before it's made small.
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE
      compilation.hooks.processAssets.tap({ name: "RoutesOfErrors", stage }, () => {
        for (const { name, source } of compilation.getAssets())
          if (/(^|\/)_buildManifest\.js$/.test(name))
            compilation.updateAsset(name, new sources.RawSource(withoutErrors(source.source())))
      })
    })
  }
}

/**
 * @param {string} script Next's `_buildManifest.js`.
 * @returns {string} The same without the pages of errors.
 * @throws {Error} If it isn't as Next.js 16 writes it.
 */
export function withoutErrors(script) {
  /** @type {{ __BUILD_MANIFEST?: { sortedPages: string[] } & Record<string, unknown> }} */
  const self = {}
  runInNewContext(script, { self })
  const { sortedPages, ...routes } = self.__BUILD_MANIFEST ?? { sortedPages: [] }
  if (!sortedPages.length) throw new Error("_buildManifest.js no longer lists the site's routes.")
  const kept = Object.fromEntries(Object.entries(routes).filter(([name]) => !isErrorAddress(name)))
  const manifest = { ...kept, sortedPages: sortedPages.filter((name) => !isErrorAddress(name)) }
  return `self.__BUILD_MANIFEST = ${devalue(manifest)};self.__BUILD_MANIFEST_CB && self.__BUILD_MANIFEST_CB()`
}
