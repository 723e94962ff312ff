// @ts-check

/**
 * The path and query that a request asks for. A target is one of four forms (RFC 9112 §3.2). Browsers
 * and proxies send the origin-form (`/path?query`). The absolute-form (`http://host/path`) must be
 * understood too (§3.2.2), and counts where it names this site: Next.js would redirect to any other
 * host. The asterisk-form and the authority-form are for what this site does not do.
 *
 * @param {string} target `req.url`.
 * @param {URL} origin The public origin.
 * @returns {{ url: string, path: string } | undefined} The target in origin-form, and its path,
 *   decoded; `undefined` where it is not for this site or malformed.
 */
export function readTarget(target, origin) {
  const url = target.startsWith("/") ? target : originForm(target, origin)
  if (url === undefined) return undefined
  try {
    // Not relative to the origin: `//host/path` would be another host.
    return { url, path: decodeURIComponent(new URL(origin.origin + url).pathname) }
  } catch {
    return undefined
  }
}

/**
 * @param {string} target
 * @param {URL} origin
 */
function originForm(target, origin) {
  const url = URL.canParse(target) ? new URL(target) : undefined
  return url?.origin === origin.origin ? url.pathname + url.search : undefined
}
