// @ts-check
import fresh from "fresh"
import Negotiator from "negotiator"

/**
 * Answers GET or HEAD with a page, in the encoding that the client prefers. 304 if it has it already
 * (RFC 9110 §13.1.2).
 *
 * @param {import("node:http").IncomingMessage} req
 * @param {import("node:http").ServerResponse} res
 * @param {import("./built-pages.mjs").BuiltPage} page
 */
export async function sendPage(req, res, page) {
  const encoding = encodingFor(req)
  const body = await page.encoded(encoding)
  res.setHeader("Vary", "Accept-Encoding")
  res.setHeader("ETag", `"${page.etag}-${encoding}"`)
  // A browser asks each time: another build has other scripts.
  res.setHeader("Cache-Control", "no-cache")
  if (fresh(req.headers, { etag: res.getHeader("ETag") })) {
    res.writeHead(304).end()
    return
  }
  res.setHeader("Content-Type", "text/html; charset=utf-8")
  res.setHeader("Content-Length", body.byteLength)
  if (encoding !== "identity") res.setHeader("Content-Encoding", encoding)
  res.writeHead(200).end(req.method === "HEAD" ? undefined : body)
}

/**
 * @param {import("node:http").IncomingMessage} req
 * @returns {import("./built-pages.mjs").Encoding} A client that rejects everything gets the page as it is.
 */
function encodingFor(req) {
  // Of those that a client likes equally, the smallest.
  const encoding = new Negotiator(req).encoding(["br", "gzip"], { preferred: ["br", "gzip"] })
  return /** @type {"br" | "gzip" | undefined} */ (encoding) ?? "identity"
}
