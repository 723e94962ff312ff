import NextAuth from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { NextRequest } from "next/server"
import { beforeEach, expect, test, vi } from "vitest"
import { UserAgent } from "../databases/user-agent"
import { SoftwareAuthenticator } from "../support/software-authenticator"
import { reproduces } from "./reproduces"
import { watchLog } from "./server-log"
import { stockConfig, stubEnvironment } from "./stock-app"

let log: () => string

beforeEach(() => {
  stubEnvironment()
  log = watchLog()
})

/** Registers on a page at an address. Returns the error that the page is told. */
function registerAt(origin: string, rpId: string, options?: Parameters<typeof Passkey>[0]) {
  const { handlers } = NextAuth(stockConfig({ providers: [options ? Passkey(options) : Passkey] }))
  const passkey = new SoftwareAuthenticator(origin, { origin, rpId })
  return new UserAgent(handlers, passkey).register("person@passkeys.example")
}

test.each([
  ["the host", "https://www.example.com"],
  ["the scheme", "http://example.com"],
  ["the port", "https://example.com:3001"],
  ["an Android app", "android:apk-key-hash:pNiP5iKyQ8JwgGOaKA1zGPUPJIS-0H1xKCQcfIoGLck"],
])("the origin differs by %s", async (_, origin) => {
  vi.stubEnv("AUTH_URL", "https://example.com")
  const error = reproduces("unexpected-origin", [1])
  const passkey = new SoftwareAuthenticator("https://example.com", { origin })
  const { handlers } = NextAuth(stockConfig())
  const told = await new UserAgent(handlers, passkey).register("person@passkeys.example")
  expect(told).toBe("WebAuthnVerificationError")
  expect(error.missingIn([log()])).toEqual([])
  expect(log()).toContain(`origin "${origin}", expected "https://example.com"`)
})

test("only the first origin of a list counts", async () => {
  const origin = ["https://example.com", "https://example.net"]
  const told = await registerAt("https://example.net", "localhost", { relayingParty: { origin } })
  expect(told).toBe("WebAuthnVerificationError")
  expect(log()).toContain('origin "https://example.net", expected "https://example.com"')
})

test("without AUTH_URL, the address is the server's own, whatever a proxy says", async () => {
  stubEnvironment({ AUTH_URL: undefined, AUTH_TRUST_HOST: "true" })
  const headers = { "X-Forwarded-Host": "example.com", "X-Forwarded-Proto": "https" }
  const url = "http://localhost:3000/api/auth/webauthn-options/passkey?action=authenticate"
  const response = await NextAuth(stockConfig()).handlers.GET(new NextRequest(url, { headers }))
  expect((await response.json()).options.rpId).toBe("localhost")
})
