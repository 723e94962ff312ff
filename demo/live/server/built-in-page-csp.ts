import { createHash } from "node:crypto"

/** What Auth.js's pages load from elsewhere: SimpleWebAuthn, from unpkg. */
const outside = /<script src="(https:\/\/unpkg\.com\/@simplewebauthn\/browser@[\w.]+\/[\w./]+)"/g

const inline = { script: /<script>([\s\S]*?)<\/script>/g, style: /<style>([\s\S]*?)<\/style>/g }

/**
 * The content security policy for a page that Auth.js made: its own inline scripts and styles by
 * their hashes, the one script from unpkg by its address, and nothing else. See /built-in-sign-in-page.
 */
export function builtInPageCsp(html: string): string {
  const hashes = (pattern: RegExp) =>
    [...html.matchAll(pattern)].map(
      ([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
    )
  const urls = [...html.matchAll(outside)].map(([, url = ""]) => url)
  const sources = (list: string[]) => (list.length ? list.join(" ") : "'none'")
  return [
    "default-src 'none'",
    `script-src ${sources([...hashes(inline.script), ...urls])}`,
    `style-src ${sources(hashes(inline.style))}`,
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ")
}
