// @ts-check
import { earlyRefusal } from "./early-refusals.mjs"
import { refuseInTurn } from "./refusal-turns.mjs"
import { sendError } from "./send-error.mjs"
import { readTarget } from "./request-target.mjs"
import { headersOf } from "./security-headers.mjs"
import { sendPage } from "./send-page.mjs"

/** The largest request body. A ceremony posts a few kilobytes. */
const maxBodyBytes = 65_536

/**
 * Makes the listener that stands in front of Next.js: it sets the headers of every answer, refuses
 * what Next.js should not see, and answers with built pages. See
 * docs/decisions/023-what-the-process-refuses.md and 033-sharing.md.
 *
 * @param {object} site
 * @param {URL} site.origin The public origin.
 * @param {Map<string, string>} site.headers The headers of every answer.
 * @param {import("./unfinished-ceremonies.mjs").UnfinishedCeremonies} site.ceremonies
 * @param {ReadonlyMap<string, import("./built-pages.mjs").BuiltPage>} site.pages By their paths.
 * @param {() => boolean} site.isStopping Whether the process has been told to stop.
 * @param {(req: import("node:http").IncomingMessage, res: import("node:http").ServerResponse) => Promise<void>} site.handle
 *   Next.js.
 * @returns {import("node:http").RequestListener}
 */
export function requestListener({ origin, headers, ceremonies, pages, isStopping, handle }) {
  return (req, res) => {
    // Of two, a proxy in front may have gone by the other one (RFC 9112 §3.2).
    const hasTwoHosts = (req.headersDistinct.host?.length ?? 0) > 1
    const target = readTarget(req.url ?? "", origin)
    const path = target?.path ?? ""
    res.setHeaders(headersOf(path, headers))
    if (!target || hasTwoHosts) return sendError(res, 400, "This address cannot be read.")
    req.url = target.url
    if (Number(req.headers["content-length"] ?? 0) > maxBodyBytes)
      return sendError(res, 413, "A request may have 64 KiB.")
    // The site has no image that would need it, and it writes what a visitor asks for into the log.
    if (path === "/_next/image") return sendError(res, 404, "Nothing is at this address.")
    if (isStopping()) {
      res.setHeader("Connection", "close")
      // What was begun may end. Nothing new begins.
      if (path.startsWith("/api/auth/webauthn-options/") || path === "/api/health")
        return sendError(res, 503, "The site is about to restart. Try again in a moment.")
    }
    const refusal = earlyRefusal(req, path)
    if (refusal)
      return refuseInTurn(() => {
        res.setHeader("Retry-After", String(refusal.retryAfter))
        sendError(res, 429, refusal.error)
      })
    if (path.startsWith("/api/auth/")) ceremonies.watch(req, res)
    const page = req.method === "GET" || req.method === "HEAD" ? pages.get(path) : undefined
    const answered = page ? sendPage(req, res, page) : handle(req, res)
    answered.catch((error) => {
      console.error(error)
      if (!res.headersSent) sendError(res, 500, "The server had a problem.")
    })
  }
}
