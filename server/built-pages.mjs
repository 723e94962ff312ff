// @ts-check
import { createHash } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import { originPlaceholder } from "./origin-placeholder.mjs"

/**
 * @typedef {"br" | "gzip" | "identity"} Encoding What a page can be sent in (RFC 9110 §8.4.1).
 *
 * @typedef {object} BuiltPage
 * @property {string} etag Of the page as it is. Each encoding has its own (RFC 9110 §8.8.3.3).
 * @property {(encoding: Encoding) => Promise<Buffer>} encoded
 */

/**
 * The pages that were built, by their paths, with the site's origin in place of its placeholder. They
 * are kept in memory, about 100 KB each. Pages that answer an error are left to Next.js.
 *
 * @param {string} folder Where the built pages are, absolute.
 * @param {string} origin The public origin.
 * @returns {Promise<Map<string, BuiltPage>>}
 */
export async function readBuiltPages(folder, origin) {
  const files = await readdir(folder, { recursive: true })
  const pages = files
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html") && !/^(404|500)\.html$|(^|\/)_/.test(file))
    .map(async (file) => {
      const html = await readFile(join(folder, file), "utf8")
      const path = `/${file.slice(0, -".html".length)}`.replace(/\/index$/, "") || "/"
      return /** @type {const} */ ([path, builtPage(html.replaceAll(originPlaceholder, origin))])
    })
  return new Map(await Promise.all(pages))
}

/**
 * @param {string} html
 * @returns {BuiltPage}
 */
function builtPage(html) {
  const identity = Buffer.from(html)
  /** @type {Partial<Record<Encoding, Promise<Buffer>>>} */
  const bodies = { identity: Promise.resolve(identity) }
  return {
    etag: createHash("sha256").update(html).digest("base64url").slice(0, 22),
    // Once, when somebody asks for it.
    encoded: (encoding) => (bodies[encoding] ??= encode(identity, encoding)),
  }
}

/** @param {Buffer} html @param {Encoding} encoding */
const encode = (html, encoding) =>
  encoding === "br"
    ? promisify(brotliCompress)(html, {
        // The highest is 11, which takes ten times as long.
        params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
      })
    : promisify(gzip)(html)
