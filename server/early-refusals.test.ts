import { IncomingMessage } from "node:http"
import { Socket } from "node:net"
import { register } from "prom-client"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { earlyRefusal } from "./early-refusals.mjs"

// The demo counts in its database. Here, one address has reached its limit.
const reached = { "192.0.2.1": true } as Record<string, boolean>
let asked = 0
vi.mock("../demo/live/server/limits/count-attempts", () => ({
  secondsBlocked: (what: string, visitorOf: () => { networks: { name: string }[] }) => {
    asked++
    return what === "ceremonies" && visitorOf().networks.some(({ name }) => reached[name])
      ? 30
      : undefined
  },
}))
vi.mock("../demo/live/server/limits/visitor", () => ({
  visitorOf: (req: IncomingMessage) => ({ networks: [{ name: req.headers["x-forwarded-for"] }] }),
}))

/** A request from an address, through a proxy. */
function requestFrom(address: string, cookie?: string) {
  const req = new IncomingMessage(new Socket())
  req.headers["x-forwarded-for"] = address
  if (cookie) req.headers.cookie = cookie
  return req
}

const options = "/api/auth/webauthn-options/passkey"
const key = Symbol.for("passkeys-guide.early-refusal")

beforeEach(async () => {
  vi.stubEnv("TRUST_PROXY", "1")
  asked = 0
  const { offerEarlyRefusal } = await import("../demo/live/server/limits/early-refusal")
  offerEarlyRefusal()
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
  Reflect.deleteProperty(globalThis, key)
})

test("whoever is over the limit of ceremonies is refused, with how long to wait", () => {
  const refusal = {
    error: "There were too many attempts. Try again in 30 seconds.",
    retryAfter: 30,
  }
  expect(earlyRefusal(requestFrom("192.0.2.1"), options)).toEqual(refusal)
  expect(earlyRefusal(requestFrom("192.0.2.1"), "/api/auth/callback/passkey")).toEqual(refusal)
})

test.each(["/api/auth/session", `${options}/more`, "/api/auth/callback/github", "/install", ""])(
  "%s isn't part of a ceremony",
  (path) => {
    expect(earlyRefusal(requestFrom("192.0.2.1"), path)).toBeUndefined()
  },
)

test("nobody else is refused, and nobody before the demo is loaded", () => {
  expect(earlyRefusal(requestFrom("192.0.2.2"), options)).toBeUndefined()
  Reflect.deleteProperty(globalThis, key)
  expect(earlyRefusal(requestFrom("192.0.2.1"), options)).toBeUndefined()
})

test("who is refused is known by their address, as long as it lasts", () => {
  vi.useFakeTimers({ toFake: ["performance"] })
  const refused = () => earlyRefusal(requestFrom("192.0.2.1"), options)?.retryAfter
  expect([refused(), asked]).toEqual([30, 1])
  vi.advanceTimersByTime(10_500)
  expect([refused(), asked]).toEqual([20, 1])
  // Others aren't, and neither is whoever has signed in from there before.
  expect(earlyRefusal(requestFrom("192.0.2.2"), options)).toBeUndefined()
  expect(asked).toBe(2)
  earlyRefusal(requestFrom("192.0.2.1", "demo.returning=a.1.b"), options)
  expect(asked).toBe(3)
  vi.advanceTimersByTime(19_500)
  reached["192.0.2.1"] = false
  expect([refused(), asked]).toEqual([undefined, 4])
  reached["192.0.2.1"] = true
})

test("refusals are counted", async () => {
  const counted = async () =>
    Number(/^guide_early_refusals_total (\d+)$/m.exec(await register.metrics())?.[1])
  const before = await counted()
  for (let i = 0; i < 3; i++) earlyRefusal(requestFrom("192.0.2.1"), options)
  earlyRefusal(requestFrom("192.0.2.2"), options)
  expect(await counted()).toBe(before + 3)
})
