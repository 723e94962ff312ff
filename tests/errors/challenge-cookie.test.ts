import NextAuth from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { memoryAdapter } from "../../demo/recipes/adapter-contract/memory-adapter"
import { sendCopy, UserAgent, origin } from "../databases/user-agent"
import { SoftwareAuthenticator } from "../support/software-authenticator"
import { reproduces } from "./reproduces"
import { watchLog } from "./server-log"
import { stockConfig, stubEnvironment } from "./stock-app"

let log: () => string
const adapter = memoryAdapter()
const passkey = new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true })

beforeEach(() => {
  stubEnvironment()
  log = watchLog()
})
afterEach(() => vi.useRealTimers())

stubEnvironment()
const { handlers } = NextAuth(stockConfig({ adapter }))

/** Begins a sign-in. What it returns ends it with the same cookies, at this server or another. */
async function beginSignIn() {
  const known = await adapter.getUserByEmail?.("person@passkeys.example")
  if (!known) await new UserAgent(handlers, passkey).register("person@passkeys.example")
  const request = await new UserAgent(handlers, passkey).capture("authenticate")
  return (server = handlers) => sendCopy(server, request)
}

test("the same cookies end the sign-in where they are from", async () => {
  const end = await beginSignIn()
  expect((await end()).error).toBeNull()
})

test("after 15 minutes", async () => {
  const end = await beginSignIn()
  vi.useFakeTimers({ now: Date.now() + 16 * 60_000, toFake: ["Date"] })
  expect((await end()).error).toBe("Configuration")
  expect(reproduces("challenge-cookie-missing").missingIn([log()])).toEqual([])
})

test("in a process with another secret", async () => {
  const end = await beginSignIn()
  const other = NextAuth(stockConfig({ adapter, secret: "another secret" })).handlers
  expect((await end(other)).error).toBe("Configuration")
  expect(reproduces("challenge-cookie-missing").missingIn([log()])).toEqual([])
})

test("with the options of another provider", async () => {
  const providers = [Passkey({ id: "other" }), Passkey({ enableConditionalUI: false })]
  const both = NextAuth(stockConfig({ adapter, providers })).handlers
  const browser = new UserAgent(both, passkey)
  await browser.request("GET", "/api/auth/webauthn-options/other?action=authenticate")
  const body = new URLSearchParams({
    action: "authenticate",
    data: JSON.stringify(passkey.get("")),
  })
  await beginSignIn()
  const response = await browser.request("POST", "/api/auth/callback/passkey", body)
  expect((await response.json()).url).toContain("error=Configuration")
  expect(reproduces("challenge-cookie-missing").missingIn([log()])).toEqual([])
})
