// @ts-check
import compression from "compression"
import sirv from "sirv"

const staticPath = "/_next/static"

/**
 * Wraps Next.js, which compresses with gzip only. Scripts, styles and fonts are served from the files that
 * the build has compressed with brotli (`scripts/compress-assets.ts`). Everything else is compressed as it
 * is sent, with what the client accepts.
 *
 * @param {string} assets The folder that Next.js serves at `/_next/static`. It's read once: what's added
 *   later isn't found.
 * @param {(req: import("node:http").IncomingMessage, res: import("node:http").ServerResponse) => Promise<void>} handle
 *   Next.js, without compression of its own.
 * @returns {typeof handle} Rejects if Next.js does.
 */
export function compressed(assets, handle) {
  const compress = compression()
  // The name of each file contains a hash of what's in it.
  const serveAsset = sirv(assets, { brotli: true, immutable: true, maxAge: 365 * 24 * 60 * 60 })
  return (req, res) =>
    new Promise((resolve, reject) => {
      const answer = () => handle(req, res).then(resolve, reject)
      compress(/** @type {any} */ (req), /** @type {any} */ (res), () => {
        const { url } = req
        if (!url?.startsWith(`${staticPath}/`)) return answer()
        res.once("close", resolve)
        req.url = url.slice(staticPath.length)
        serveAsset(req, res, () => {
          req.url = url
          answer()
        })
      })
    })
}
