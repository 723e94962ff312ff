import { IncomingMessage } from "node:http"
import { Socket } from "node:net"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { earlyRefusal } from "./early-refusals.mjs"

// The demo counts in its database. Here, one address has reached its limit.
const reached = { "192.0.2.1": true } as Record<string, boolean>
vi.mock("../demo/live/server/limits/count-attempts", () => ({
  secondsBlocked: (what: string, { networks }: { networks: { name: string }[] }) =>
    what === "ceremonies" && networks.some(({ name }) => reached[name]) ? 30 : undefined,
}))
vi.mock("../demo/live/server/limits/visitor", () => ({
  visitorOf: (req: IncomingMessage) => ({ networks: [{ name: req.headers["x-forwarded-for"] }] }),
}))

/** A request from an address. */
function requestFrom(address: string) {
  const req = new IncomingMessage(new Socket())
  req.headers["x-forwarded-for"] = address
  return req
}

const options = "/api/auth/webauthn-options/passkey"
const key = Symbol.for("passkeys-guide.early-refusal")

beforeEach(async () => {
  const { offerEarlyRefusal } = await import("../demo/live/server/limits/early-refusal")
  offerEarlyRefusal()
})
afterEach(() => void Reflect.deleteProperty(globalThis, key))

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
