import type { IncomingMessage } from "node:http"
import { expect, test } from "vitest"
import { dropMalformedCookies } from "./auth-cookies"

function withoutMalformedCookies(cookie: string) {
  const req = { headers: { cookie } }
  dropMalformedCookies(req as unknown as IncomingMessage)
  return req.headers.cookie
}

const token = "0123456789abcdef".repeat(4)

test.each([
  "authjs.callback-url=http%3A%2F%2Flocalhost%3A3000",
  "__Secure-authjs.callback-url=https%3A%2F%2Fpasskeys.example.com%2Finstall",
  "authjs.callback-url=%2Finstall",
  `authjs.csrf-token=${token}%7C${token}`,
  `__Host-authjs.csrf-token=${token}|${token}`,
  "authjs.challenge=eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn",
  "authjs.session-token=6f1c1c5e-0b0e-4d0f-9a53-0d8f3f1a2b3c",
  "theme=dark; authjs.other=%00; =; a",
])("%s stays", (header) => {
  expect(withoutMalformedCookies(header)).toBe(header)
})

test.each([
  "authjs.callback-url=http%3A%2F%2F%5B",
  "__Secure-authjs.callback-url=http%3A%2F%2F%5B",
  "authjs.callback-url=//[",
  "authjs.callback-url=javascript:alert(1)",
  "authjs.callback-url=%E0%A4%A",
  "authjs.callback-url=",
  "authjs.csrf-token=one",
  "authjs.csrf-token=%00|%00",
  "authjs.challenge=x",
  "authjs.challenge=%00....",
  "authjs.session-token=%00",
  "__Secure-authjs.session-token=a%00b",
  "authjs.session-token.0=%00",
])("%s goes, and nothing else", (malformed) => {
  expect(withoutMalformedCookies(`a=1; ${malformed}; b=2`)).toBe("a=1; b=2")
  expect(withoutMalformedCookies(malformed)).toBe("")
})
