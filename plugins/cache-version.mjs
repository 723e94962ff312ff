// @ts-check
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { init, parse } from "es-module-lexer"

/**
 * What a cache of compiled pages depends on, apart from the pages and what they import: the modules that
 * compile them, with all of ours that these import, and the versions of packages. If one of them
 * changes, so does the result.
 *
 * Webpack's `buildDependencies` does the same. It also parses every module of every package behind
 * them, which takes several seconds of the first minute of `npm run dev`.
 *
 * @param {string} root The top of the checkout.
 * @param {string[]} entries Paths from there: of the modules, and of other files, which are only read.
 * @returns {Promise<string>} A digest.
 * @throws {Error} If one of the files is missing.
 */
export async function cacheVersion(root, entries) {
  await init
  const hash = createHash("sha256")
  for (const file of [...modulesFrom(entries.map((entry) => join(root, entry)))].sort())
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file))
  return hash.digest("hex")
}

/**
 * @param {string[]} entries
 * @returns {Set<string>} These files, and those that they import.
 */
function modulesFrom(entries) {
  const files = new Set(entries)
  // Also goes through what is added on the way.
  for (const file of files)
    if (file.endsWith(".mjs"))
      for (const { specifier } of parse(readFileSync(file, "utf8"), file)[0])
        if (specifier?.startsWith(".")) files.add(join(dirname(file), specifier))
  return files
}

/**
 * The version that Next.js gives its cache contains a key for Server Functions. In a container, it's
 * another one each time that `next dev` starts, so no start would find the cache of the one before. The
 * Pages Router has no Server Functions.
 *
 * @param {string} version
 */
export const withoutServerReferenceSalt = (version) =>
  version.replace(/,"serverReferenceHashSalt":"[^"]*"/, "")

/**
 * The parts of webpack's compiler that this plugin needs.
 *
 * @typedef {{ compilation: { buildDependencies: Set<string> } }} Stats
 * @typedef {{ hooks: { done: { tap(name: string, run: (stats: Stats) => void): void } } }} Compiler
 */

/**
 * A webpack plugin after which the cache depends on its version alone: see `cacheVersion()`.
 *
 * @param {Compiler} compiler
 */
export function withoutBuildDependencies(compiler) {
  compiler.hooks.done.tap("without-build-dependencies", ({ compilation }) =>
    // Each loader with its package.
    compilation.buildDependencies.clear(),
  )
}
