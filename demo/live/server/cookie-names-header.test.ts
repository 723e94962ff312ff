import { NextRequest } from "next/server"
import { expect, test } from "vitest"
import { addCookieNamesHeaders } from "./cookie-names-header"

const url = "https://passkeys.example/api/auth/callback/passkey"

function named(cookie: string, ...set: string[]) {
  const answer = new Response("{}")
  for (const header of set) answer.headers.append("Set-Cookie", header)
  const { headers } = addCookieNamesHeaders(new NextRequest(url, { headers: { cookie } }), answer)
  expect(headers.getSetCookie()).toEqual(set)
  return [headers.get("X-Demo-Cookie"), headers.get("X-Demo-Set-Cookie")]
}

test("Auth.js's cookies are named with their attributes, and never with their values", () => {
  const session = "__Secure-authjs.session-token=abc; Path=/; HttpOnly; Secure; SameSite=Lax"
  const cleared = "__Secure-authjs.challenge=; Max-Age=0; Path=/; HttpOnly"
  const sent = "__Host-authjs.csrf-token=one; __Secure-authjs.challenge=two; theme=dark"
  const [came, set] = named(sent, session, cleared)
  expect(came).toBe("__Host-authjs.csrf-token, __Secure-authjs.challenge")
  expect(JSON.parse(set ?? "")).toEqual([
    "__Secure-authjs.session-token=(hidden); Path=/; HttpOnly; Secure; SameSite=Lax",
    cleared,
  ])
})

test("the cookie of step-up is named too, with and without its prefix", () => {
  const bound = "__Host-step-up=abc; Max-Age=120; Path=/; HttpOnly; SameSite=Strict; Secure"
  expect(named("__Host-step-up=abc; step-up=def; not-step-up=1", bound)).toEqual([
    "__Host-step-up, step-up",
    JSON.stringify([bound.replace("abc", "(hidden)")]),
  ])
})

test("other cookies are nobody's business", () => {
  expect(named("theme=dark; authjs.%0d%0aX=1; =authjs.a", "tracking=1; Path=/")).toEqual([
    null,
    null,
  ])
})

test("a value that holds a line break or a semicolon does not show", () => {
  const [, set] = named("", 'authjs.challenge="a=b"; Path=/')
  expect(set).not.toContain("a=b")
})
