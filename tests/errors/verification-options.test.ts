import NextAuth from "next-auth"
import Passkey from "next-auth/providers/passkey"
import WebAuthn from "next-auth/providers/webauthn"
import { beforeEach, expect, test } from "vitest"
import { origin, UserAgent } from "../databases/user-agent"
import { SoftwareAuthenticator } from "../support/software-authenticator"
import { reproduces } from "./reproduces"
import { watchLog } from "./server-log"
import { ask, stockConfig, stubEnvironment } from "./stock-app"

let log: () => string

beforeEach(() => {
  stubEnvironment()
  log = watchLog()
})

const attestationOnly = Passkey({ registrationOptions: { attestationType: "none" } })

test.each([
  ["options that replace the default", attestationOnly],
  ["the provider WebAuthn", WebAuthn({})],
])("%s ask for less than the server requires", async (_, provider) => {
  const config = stockConfig({ providers: [{ ...provider, id: "passkey" }] })
  const query = "action=register&email=a@passkeys.example"
  const { body } = await ask(config, `/api/auth/webauthn-options/passkey?${query}`)
  expect(JSON.parse(body).options.authenticatorSelection.userVerification).toBe("preferred")
  // What an authenticator may answer then.
  const unverified = new SoftwareAuthenticator(origin, { userVerified: false })
  const browser = new UserAgent(NextAuth(config).handlers, unverified)
  expect(await browser.register("a@passkeys.example")).toBe("WebAuthnVerificationError")
  expect(reproduces("user-verification-required").missingIn([log()])).toEqual([])
})
