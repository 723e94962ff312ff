// @ts-check
import { createHash } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"

/** What browsers may let this site do. Passkeys for the site itself, and in no frame of anyone else. */
const allowed = ["publickey-credentials-get", "publickey-credentials-create", "clipboard-write"]

/** Everything else that Chromium, Firefox and Safari know by this header, off. */
const denied =
  "accelerometer autoplay camera clipboard-read display-capture encrypted-media gamepad geolocation gyroscope hid identity-credentials-get idle-detection local-fonts magnetometer microphone midi otp-credentials payment picture-in-picture screen-wake-lock serial storage-access usb window-management xr-spatial-tracking".split(
    " ",
  )

const permissionsPolicy = [
  ...allowed.map((feature) => `${feature}=(self)`),
  ...denied.map((feature) => `${feature}=()`),
].join(", ")

/**
 * The headers of every answer of the site.
 *
 * @param {URL} origin The public origin: `AUTH_URL`.
 * @param {string[]} scripts What `inlineScriptHashes` found.
 * @returns {Map<string, string>} A Map, because a `Headers` is sorted again for each answer that it's set on.
 */
export function securityHeaders(origin, scripts) {
  const https = origin.protocol === "https:"
  const contentSecurityPolicy = [
    // Not 'none': Firefox holds against it what a page prefetches, and Next prefetches other pages.
    "default-src 'self'",
    // Pages are built once and served as they are, so that there is no nonce a request: each inline
    // script is named by its hash (CSP3 §2.3.1).
    ["script-src 'self'", ...scripts.map((hash) => `'${hash}'`)].join(" "),
    // The highlighter and the search write style attributes, which no hash can name.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "media-src 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ")
  const headers = {
    "Content-Security-Policy": contentSecurityPolicy,
    "Permissions-Policy": permissionsPolicy,
    "X-Content-Type-Options": "nosniff",
    // For browsers from before frame-ancestors.
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    // Two years, as hstspreload.org asks. Over http it would mean nothing (RFC 6797 §7.2).
    ...(https && { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" }),
  }
  return new Map(Object.entries(headers))
}

/**
 * The headers of a script, where they differ from those of every answer. A worker has the policy that its own
 * script came with (CSP3 §4.2): the doctor's may compile WebAssembly, and no page may.
 *
 * @param {string} path
 * @param {Map<string, string>} headers Those of every answer.
 * @returns {Map<string, string>}
 */
export function headersOf(path, headers) {
  if (!/^\/_next\/static\/chunks\/doctor-worker\b[^/]*\.js$/.test(path)) return headers
  const own = new Map(headers)
  const policy = headers.get("Content-Security-Policy") ?? ""
  const allowing = policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
  own.set("Content-Security-Policy", allowing)
  return own
}

/**
 * The inline scripts in the pages that were built, as `sha256-…`, sorted. Data in `<script>`
 * (`type="application/json"`) is not run, and needs no hash.
 *
 * @param {string} folder Where the built pages are, absolute.
 * @returns {Promise<string[]>}
 */
export async function inlineScriptHashes(folder) {
  const hashes = new Set()
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith(".html")) continue
    const html = await readFile(join(folder, file), "utf8")
    for (const [, attributes = "", text = ""] of html.matchAll(scriptElement)) {
      if (/\s(src|type="application\/(ld\+)?json")/.test(attributes)) continue
      hashes.add(`sha256-${createHash("sha256").update(text).digest("base64")}`)
    }
  }
  return [...hashes].sort()
}

const scriptElement = /<script\b([^>]*)>([\s\S]*?)<\/script>/g
