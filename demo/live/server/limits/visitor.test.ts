import type { IncomingMessage } from "node:http"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { returningCookie } from "./returning-visitor"
import { visitorOf } from "./visitor"

const request = (cookie?: string) =>
  ({ socket: { remoteAddress: "192.0.2.1" }, headers: { cookie } }) as unknown as IncomingMessage

beforeEach(() => {
  vi.stubEnv("AUTH_SECRET", "one")
  vi.stubEnv("AUTH_URL", "http://localhost:3000")
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
})

test("what is stored does not hold the address, and depends on the secret", () => {
  const names = () => visitorOf(request()).networks.map(({ name }) => name)
  const before = names()
  expect(before).toHaveLength(2)
  for (const name of before) expect(name).toMatch(/^[\w-]{22}$/)
  expect(names()).toEqual(before)
  vi.stubEnv("AUTH_SECRET", "two")
  for (const name of names()) expect(before).not.toContain(name)
})

test("a browser that has signed in before is known by a cookie that only this site can make", () => {
  const [pair = "", ...attributes] = returningCookie("passkey-1").split("; ")
  expect(attributes).toEqual(["Max-Age=86400", "Path=/", "HttpOnly", "SameSite=Lax"])
  expect(pair).not.toContain("passkey-1")
  const { returning } = visitorOf(request(pair))
  expect(returning).toMatch(/^[\w-]{22}$/)
  // The same account has one count, whichever browser it is used in.
  const [again = ""] = returningCookie("passkey-1").split("; ")
  expect(visitorOf(request(again)).returning).toBe(returning)
  const [other = ""] = returningCookie("passkey-2").split("; ")
  expect(visitorOf(request(other)).returning).not.toBe(returning)
  const value = pair.slice("demo.returning=".length)
  const [account, ends, signature] = value.split(".")
  for (const forged of [
    "",
    "..",
    `${account}.${Number(ends) + 1}.${signature}`,
    `${"a".repeat(22)}.${ends}.${signature}`,
    `${account}.${ends}.`,
    `${account}.${ends}.${"é".repeat(43)}`,
  ])
    expect(visitorOf(request(`demo.returning=${forged}`)).returning, forged).toBeUndefined()
  vi.useFakeTimers({ now: Date.now() + 86_400_001 })
  expect(visitorOf(request(pair)).returning).toBeUndefined()
})

test("on https the cookie is Secure", () => {
  vi.stubEnv("AUTH_URL", "https://passkeys.example")
  const cookie = returningCookie("passkey-1")
  expect(cookie).toMatch(/^__Secure-demo\.returning=.*; Secure$/)
  expect(visitorOf(request(cookie.split(";")[0])).returning).toBeDefined()
})
