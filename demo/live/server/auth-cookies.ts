import type { IncomingMessage } from "node:http"
import { isCallbackUrl } from "./callback-url"

/** What the values of Auth.js's cookies look like, by the cookie's name without its prefix. */
const isWellFormed: Record<string, (value: string) => boolean> = {
  "callback-url": isCallbackUrl,
  // A random token, and its hash.
  "csrf-token": (value) => /^[0-9a-f]{64}\|[0-9a-f]{64}$/.test(value),
  // JSON Web Encryption, compact (RFC 7516 §7.1).
  challenge: (value) => /^[\w-]*(?:\.[\w-]*){4}$/.test(value),
  // A UUID. PostgreSQL fails on a NUL.
  "session-token": (value) => /^[\w-]{1,128}$/.test(value),
}

/**
 * Takes out of a request's `Cookie` header what Auth.js cannot have set. It answers every request with
 * an error as long as the browser has a callback URL that is none; without it, it sets a new one.
 */
export function dropMalformedCookies(req: IncomingMessage): void {
  const { cookie } = req.headers
  if (cookie !== undefined) req.headers.cookie = withoutMalformed(cookie)
}

function withoutMalformed(header: string): string {
  return header
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => {
      const [, name = "", value = ""] = ofAuthJs.exec(pair) ?? []
      const check = Object.hasOwn(isWellFormed, name) ? isWellFormed[name] : undefined
      return !check || check(decoded(value))
    })
    .join("; ")
}

const ofAuthJs = /^(?:__(?:Secure|Host)-)?authjs\.([\w-]+)(?:\.\d+)?=(.*)$/s

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ""
  }
}
