// @ts-check

/**
 * Answers a request that goes no further, with JSON that says why.
 *
 * @param {import("node:http").ServerResponse} res
 * @param {number} status
 * @param {string} error One sentence, for people who look.
 */
export function sendError(res, status, error) {
  if (status === 503) res.setHeader("Retry-After", "5")
  // What is left of the request is not read.
  if (status === 400 || status === 413) res.setHeader("Connection", "close")
  res.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" })
  res.end(JSON.stringify({ error }))
}
