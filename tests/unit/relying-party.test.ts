import NextAuth from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { NextRequest } from "next/server"
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { memoryAdapter } from "../../demo/recipes/adapter-contract/memory-adapter"
import { GET as assetLinks } from "../../demo/recipes/several-origins/app/.well-known/assetlinks.json/route"
import { GET as relatedOrigins } from "../../demo/recipes/several-origins/app/.well-known/webauthn/route"
import {
  getRelayingParty,
  relyingParties,
} from "../../demo/recipes/several-origins/passkeys/relying-party"
import { UserAgent } from "../databases/user-agent"
import { SoftwareAuthenticator } from "../support/software-authenticator"

// The recipe reads it once.
vi.hoisted(() => (process.env.AUTH_URL = "https://example.com"))

beforeEach(() => {
  vi.stubEnv("AUTH_SECRET", "a secret of a test, and of nothing else")
  vi.spyOn(console, "error").mockImplementation(() => {})
  vi.spyOn(console, "warn").mockImplementation(() => {})
})

/** An app, asked with the headers of a client. */
function appWith(options: Parameters<typeof Passkey>[0], headers: Record<string, string> = {}) {
  const { GET, POST } = NextAuth({
    adapter: memoryAdapter(),
    providers: [Passkey(options)],
    experimental: { enableWebAuthn: true },
  }).handlers
  const asked = (request: NextRequest) => {
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
    return request
  }
  return {
    GET: (request: NextRequest) => GET(asked(request)),
    POST: (request: NextRequest) => POST(asked(request)),
  }
}

/** A passkey for the RP ID example.com, used at an origin. */
const passkeyAt = (origin: string, rpId = "example.com") =>
  new SoftwareAuthenticator("https://example.com", { origin, rpId, avoidsLeadingZeros: true })

const register = (handlers: ReturnType<typeof appWith>, passkey: SoftwareAuthenticator) =>
  new UserAgent(handlers, passkey).register("person@passkeys.example")

const origins = relyingParties.map(({ origin }) => origin)

describe.each(origins)("a passkey used at %s", (origin) => {
  test("registers and signs in", async () => {
    const handlers = appWith({ getRelayingParty })
    const passkey = passkeyAt(origin)
    expect(await register(handlers, passkey)).toBeNull()
    expect(await new UserAgent(handlers, passkey).signIn()).toBeNull()
  })

  test("is refused for another RP ID", async () => {
    const handlers = appWith({ getRelayingParty })
    expect(await register(handlers, passkeyAt(origin, "elsewhere.example"))).toBe(
      "WebAuthnVerificationError",
    )
  })
})

const strangers = [
  "https://evil.example",
  "http://example.com",
  "https://example.com.evil.example",
  "https://evil.example.com",
  "android:apk-key-hash:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
]
test.each(strangers)("%s is refused, whatever the headers say", async (origin) => {
  const host = origin.replace(/^\w+:(\/\/)?/, "")
  const handlers = appWith({ getRelayingParty }, { host, origin, "x-forwarded-host": host })
  expect(await register(handlers, passkeyAt(origin))).toBe("WebAuthnVerificationError")
})

test("an RP ID that is taken from the headers lets a stranger in", async () => {
  const host = "evil.example"
  const handlers = appWith(
    {
      getRelayingParty: (_options, { headers }) => ({
        id: String(headers?.host),
        name: "Wrong",
        origin: `https://${headers?.host}`,
      }),
    },
    { host },
  )
  expect(await register(handlers, passkeyAt(`https://${host}`, host))).toBeNull()
})

test("a list in relayingParty accepts its first origin only", async () => {
  const handlers = appWith({ relayingParty: { id: "example.com", origin: origins } })
  expect(await register(handlers, passkeyAt("https://app.example.com"))).toBe(
    "WebAuthnVerificationError",
  )
})

describe("with a second RP ID beside the first", () => {
  const moved = { id: "new.example", name: "Example", origin: "https://new.example" }
  beforeAll(() => void relyingParties.push(moved))
  afterAll(() => void relyingParties.pop())

  test.each([
    ["https://new.example", "new.example", null],
    ["https://example.com", "example.com", null],
    ["https://new.example", "example.com", "WebAuthnVerificationError"],
    ["https://example.com", "new.example", "WebAuthnVerificationError"],
  ])("at %s, a passkey for %s: %s", async (origin, rpId, error) => {
    expect(await register(appWith({ getRelayingParty }), passkeyAt(origin, rpId))).toBe(error)
  })

  test.each([
    [{ host: "new.example" }, "new.example"],
    [{ host: "app:3000", "x-forwarded-host": "new.example" }, "new.example"],
    [{ host: "example.net" }, "example.com"],
    [{ host: "evil.example" }, "example.com"],
  ])("options for %o are for %s", async (headers, id) => {
    const path = "/api/auth/webauthn-options/passkey?action=authenticate"
    const request = new NextRequest(new URL(path, "http://localhost:3000"))
    const response = await appWith({ getRelayingParty }, headers).GET(request)
    expect((await response.json()).options.rpId).toBe(id)
  })
})

test("while developing, the RP ID is localhost", async () => {
  vi.resetModules()
  vi.stubEnv("AUTH_URL", "http://localhost:3000")
  const recipe = await import("../../demo/recipes/several-origins/passkeys/relying-party")
  expect(recipe.getRelayingParty({} as never, {} as never)).toEqual({
    id: "localhost",
    name: "Example",
    origin: "http://localhost:3000",
  })
  vi.unstubAllEnvs()
})

test("what a client sends as data can be anything", () => {
  const { id, origin } = relyingParties[0]!
  for (const data of [undefined, 1, "", "null", "{}", `{"response":{"clientDataJSON":"AA"}}`])
    expect(getRelayingParty({} as never, { body: { data } } as never)).toMatchObject({ id, origin })
})

test("the files under /.well-known/ say what the list says", async () => {
  const { origins: related } = await relatedOrigins().json()
  expect(related).toEqual(origins.filter((origin) => origin.startsWith("https:")))
  const [{ target }] = await assetLinks().json()
  const [fingerprint] = target.sha256_cert_fingerprints
  const hash = Buffer.from(fingerprint.replaceAll(":", ""), "hex").toString("base64url")
  expect(origins).toContain(`android:apk-key-hash:${hash}`)
})
