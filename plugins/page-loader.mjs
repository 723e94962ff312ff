// @ts-check
import { createRequire } from "node:module"

/**
 * The parts of webpack's loader context that this loader needs. Nextra's needs more of it.
 *
 * @typedef {object} Context
 * @property {string} resourcePath
 * @property {() => (error: unknown, code?: string) => void} async
 * @property {{ buildInfo: { nextraSearch?: unknown } }} _module
 *
 * What Nextra makes of a page, and what it adds to the module for the search.
 * @typedef {{ code: string, nextraSearch: unknown }} Compiled
 */

/** @type {(this: Context, source: string) => Promise<void>} */
const nextraLoader = createRequire(import.meta.url)("nextra/loader")

/**
 * What became of each page's last source, by its path.
 *
 * @type {Map<string, { source: string, compiled: Promise<Compiled> }>}
 */
const pages = new Map()

/**
 * The webpack loader in place of Nextra's. A page is compiled for the server and for the browser, from the
 * same source to the same result: this does it once.
 *
 * @this {Context}
 * @param {string} source
 */
export default function pageLoader(source) {
  const callback = this.async()
  const { resourcePath, _module } = this
  let page = pages.get(resourcePath)
  if (page?.source !== source) {
    page = { source, compiled: compile(this, source) }
    pages.set(resourcePath, page)
  }
  page.compiled.then(({ code, nextraSearch }) => {
    if (nextraSearch) _module.buildInfo.nextraSearch = nextraSearch
    callback(null, code)
  }, callback)
}

/**
 * @param {Context} context
 * @param {string} source
 * @returns {Promise<Compiled>}
 */
function compile(context, source) {
  return new Promise((resolve, reject) => {
    /** @type {(error: unknown, code?: string) => void} */
    const done = (error, code = "") => {
      if (!error) return resolve({ code, nextraSearch: context._module.buildInfo.nextraSearch })
      pages.delete(context.resourcePath)
      reject(error)
    }
    // Everything else is the module's own: its options, for example.
    void nextraLoader.call(Object.create(context, { async: { value: () => done } }), source)
  })
}
