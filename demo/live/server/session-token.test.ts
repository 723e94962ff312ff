import { join } from "node:path"
import { afterEach, expect, test, vi } from "vitest"
import { sessionToken, sessionTokenSetBy } from "./session-token"

// The package does not export them. Its own files, so that an update that changes them is noticed.
const authJs = join(process.cwd(), "node_modules/@auth/core/lib")
const { defaultCookies, SessionStore } = await import(`${authJs}/utils/cookie.js`)
const { parse } = await import(`${authJs}/vendored/cookie.js`)

afterEach(() => vi.unstubAllEnvs())

/** What Auth.js itself finds in a `Cookie` header. */
function foundByAuthJs(header: string, isSecure: boolean): string | undefined {
  const { sessionToken } = defaultCookies(isSecure)
  return new SessionStore(sessionToken, parse(header), console).value || undefined
}

test.each([
  ["", undefined],
  ["authjs.session-token=", undefined],
  ["authjs.session-token=abc", "abc"],
  ["authjs.session-token.0=abc", "abc"],
  ["authjs.session-token.1=c; authjs.session-token.0=ab", "abc"],
  ["authjs.session-token.10=c; authjs.session-token.9=b; authjs.session-token.0=a", "abc"],
  ["__Secure-authjs.session-token=junk; authjs.session-token=abc", "abc"],
  ["__Secure-authjs.session-token=junk", undefined],
  ["authjs.session-token=a; authjs.session-token=b", "a"],
  ["authjs.session-token=%61bc", "abc"],
  ["authjs.session-token=%zz", "%zz"],
  ["other=1;authjs.session-token = abc ;x", "abc"],
  ["x; authjs.session-token=abc", "abc"],
  ["authjs.session-token.1=b; authjs.session-token=a; authjs.session-token.0=c", "bac"],
  ["authjs.session-tokens=abc", "abc"],
])("on http, %j holds %j", (header, token) => {
  vi.stubEnv("AUTH_URL", "http://localhost:3000")
  expect(sessionToken(header)).toBe(token)
  expect(foundByAuthJs(header, false)).toBe(token)
})

test.each([
  ["authjs.session-token=junk; __Secure-authjs.session-token=abc", "abc"],
  ["authjs.session-token=junk", undefined],
  ["__Secure-authjs.session-token.0=ab; __Secure-authjs.session-token.1=c", "abc"],
])("on https, %j holds %j", (header, token) => {
  vi.stubEnv("AUTH_URL", "https://passkeys.example")
  expect(sessionToken(header)).toBe(token)
  expect(foundByAuthJs(header, true)).toBe(token)
})

test("an answer sets a session, clears one, or leaves it alone", () => {
  vi.stubEnv("AUTH_URL", "http://localhost:3000")
  const setBy = (...cookies: string[]) => {
    const headers = new Headers()
    for (const cookie of cookies) headers.append("Set-Cookie", cookie)
    return sessionTokenSetBy(new Response(null, { headers }))
  }
  expect(setBy("authjs.callback-url=x; Path=/", "authjs.session-token=abc; Path=/")).toBe("abc")
  expect(setBy("authjs.session-token=; Max-Age=0")).toBeUndefined()
  expect(setBy()).toBeUndefined()
})
