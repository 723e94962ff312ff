/**
 * The cookies of a `Cookie` header, read as Auth.js reads them: of two with one name the first
 * counts, and a value is percent-decoded where it can be. (Next.js takes the last of two.) Auth.js
 * does not export its parser: `@auth/core/lib/vendored/cookie.js`.
 */
export function readCookies(header: string | null | undefined): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of (header ?? "").split(";")) {
    const equals = pair.indexOf("=")
    if (equals === -1) continue
    const name = trim(pair.slice(0, equals))
    if (!cookies.has(name)) cookies.set(name, decode(trim(pair.slice(equals + 1))))
  }
  return cookies
}

/** Only spaces and tabs: they are what may stand around a name or a value (RFC 6265 §5.2). */
const trim = (text: string) => text.replace(/^[ \t]+|[ \t]+$/g, "")

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
