import NextAuth, { type NextAuthConfig, type NextAuthResult } from "next-auth"
import { encode } from "next-auth/jwt"
import Passkey from "next-auth/providers/passkey"
import { NextRequest } from "next/server"
import ts from "typescript"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { memoryAdapter } from "../../demo/recipes/adapter-contract/memory-adapter"
import { origin, UserAgent } from "../databases/user-agent"
import { fencesOf, sourceOf } from "../guide/guide-pages"
import { SoftwareAuthenticator } from "../support/software-authenticator"

let logged: unknown[]

beforeEach(() => {
  vi.unstubAllEnvs()
  vi.stubEnv("AUTH_URL", origin)
  vi.stubEnv("AUTH_SECRET", "a secret of a test, and of nothing else")
  logged = []
  const log = (...parts: unknown[]) => void logged.push(...parts)
  vi.spyOn(console, "error").mockImplementation(log)
  vi.spyOn(console, "warn").mockImplementation(() => {})
})

const config = (...providers: NextAuthConfig["providers"]) => ({
  adapter: memoryAdapter(),
  providers,
  experimental: { enableWebAuthn: true },
})

async function ask(settings: NextAuthConfig, path = "/api/auth/providers", headers = {}) {
  const response = await NextAuth(settings).handlers.GET(
    new NextRequest(new URL(path, origin), { headers }),
  )
  return { status: response.status, body: await response.json() }
}

const registration = "/api/auth/webauthn-options/passkey?action=register&email=a@passkeys.example"

describe("an option replaces its default", () => {
  test("registrationOptions", async () => {
    const stock = await ask(config(Passkey({})), registration)
    expect(stock.body.options).toMatchObject({
      timeout: 300_000,
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    })
    const changed = Passkey({ registrationOptions: { attestationType: "none" } })
    const { body } = await ask(config(changed), registration)
    expect(body.options).toMatchObject({
      timeout: 60_000,
      authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
    })
  })

  test("simpleWebAuthn", async () => {
    const { generateRegistrationOptions } = Passkey({}).simpleWebAuthn
    const simpleWebAuthn = { generateRegistrationOptions } as ReturnType<
      typeof Passkey
    >["simpleWebAuthn"]
    const { handlers } = NextAuth(config(Passkey({ simpleWebAuthn })))
    expect(await new UserAgent(handlers).register("b@passkeys.example")).toBe(
      "WebAuthnVerificationError",
    )
    expect(logged.map(String).join()).toContain("verifyRegistrationResponse is not a function")
  })

  test("but user verification is still required without it", async () => {
    const none = { verifyAuthenticationOptions: {}, verifyRegistrationOptions: {} }
    const { handlers } = NextAuth(config(Passkey(none)))
    const unverified = new SoftwareAuthenticator(origin, { userVerified: false })
    expect(await new UserAgent(handlers, unverified).register("c@passkeys.example")).toBe(
      "WebAuthnVerificationError",
    )
  })
})

test("a list uses its first element", async () => {
  const relayingParty = { id: ["first.example", "second.example"], name: ["First", "Second"] }
  const { body } = await ask(config(Passkey({ relayingParty })), registration)
  expect(body.options.rp).toEqual({ id: "first.example", name: "First" })
})

test("a new id loses every passkey", async () => {
  const settings = config(Passkey({}))
  const { handlers } = NextAuth(settings)
  const passkey = new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true })
  expect(await new UserAgent(handlers, passkey).register("d@passkeys.example")).toBeNull()
  expect(await new UserAgent(handlers, passkey).signIn()).toBeNull()

  const renamed = NextAuth({ ...settings, providers: [Passkey({ id: "passkeys" })] }).handlers
  expect(await new UserAgent(handlersAt(renamed, "passkeys"), passkey).signIn()).toBe(
    "Configuration",
  )
  expect(logged.map(String).join()).toContain("WebAuthn account not found in database")
  // The old addresses are gone.
  const old = await renamed.GET(new NextRequest(new URL(registration, origin)))
  expect(old.ok).toBe(false)
})

/** What a page sends to that knows the provider's id. */
function handlersAt({ GET, POST }: NextAuthResult["handlers"], id: string) {
  const at = (request: NextRequest) =>
    new NextRequest(request.url.replace(/\/passkey(?=$|\?)/, `/${id}`), request)
  return {
    GET: (request: NextRequest) => GET(at(request)),
    POST: (request: NextRequest) => POST(at(request)),
  }
}

const broken = {
  "must be a valid semver string": [Passkey({ simpleWebAuthnBrowserVersion: "9.0.1" as "v9.0.1" })],
  "Multiple webauthn providers have 'enableConditionalUI'": [Passkey({}), Passkey({ id: "other" })],
  "none of its formFields have 'webauthn'": [
    Passkey({ formFields: { email: { label: "E-mail" } } }),
  ],
}
test.each(Object.entries(broken))("every request fails: %s", async (message, providers) => {
  expect((await ask(config(...providers))).status).toBe(500)
  expect(logged.map(String).join()).toContain(message)
})

test("a second provider without autofill works", async () => {
  const second = Passkey({ id: "other", enableConditionalUI: false })
  expect((await ask(config(Passkey({}), second))).status).toBe(200)
})

test("without autofill, the built-in page has the form and no script", async () => {
  const page = async (provider: ReturnType<typeof Passkey>) => {
    const { GET } = NextAuth(config(provider)).handlers
    return (await GET(new NextRequest(new URL("/api/auth/signin", origin)))).text()
  }
  const button = "Sign in with Passkey"
  const usual = await page(Passkey({}))
  expect(usual).toContain(button)
  expect(usual).toContain("https://unpkg.com/@simplewebauthn/browser@v9.0.1/")
  expect(usual.match(/<script/g)).toHaveLength(2)

  const without = await page(Passkey({ enableConditionalUI: false }))
  expect(without).toContain(button)
  expect(without).not.toContain("<script")

  const noLibrary = await page(Passkey({ simpleWebAuthnBrowserVersion: false }))
  expect(noLibrary).not.toContain("unpkg.com")
})

test("one provider turns the check on for all", async () => {
  await ask(config(Passkey({})))
  expect((await ask({ adapter: memoryAdapter(), providers: [] })).status).toBe(500)
  expect(logged.map(String).join()).toContain("WebAuthn is an experimental feature")
})

test("AUTH_SECRET_1 is ignored while AUTH_SECRET is set, and a list in the configuration is not", () => {
  vi.stubEnv("AUTH_SECRET_1", "a newer secret")
  const settings: NextAuthConfig = config(Passkey({}))
  NextAuth(settings)
  expect(settings.secret).toBe(process.env.AUTH_SECRET)
  vi.stubEnv("AUTH_SECRET", undefined)
  const rest: NextAuthConfig = config(Passkey({}))
  NextAuth(rest)
  expect(rest.secret).toEqual(["a newer secret"])
  const list: NextAuthConfig = { ...config(Passkey({})), secret: ["new", "old"] }
  NextAuth(list)
  expect(list.secret).toEqual(["new", "old"])
})

/** Runs the list of secrets that the page shows, with the environment as it is. */
async function secretsOfThePage(): Promise<string[]> {
  const shown = fencesOf(sourceOf("options")).find(({ code }) => code.includes("AUTH_SECRET_OLD"))
  const { outputText } = ts.transpileModule(shown?.code ?? "", {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext },
  })
  // Each time another address, so that the module runs again.
  const address = `data:text/javascript,${encodeURIComponent(outputText)}//${Math.random()}`
  return ((await import(/* @vite-ignore */ address)) as { secret: string[] }).secret
}

describe("the list of secrets", () => {
  const name = "authjs.session-token"
  const session = async (secret: string) => {
    const settings = { ...config(Passkey({})), session: { strategy: "jwt" as const } }
    const cookie = `${name}=${await encode({ salt: name, secret, token: { name: "Ann" } })}`
    const secrets = await secretsOfThePage()
    return (await ask({ ...settings, secret: secrets }, "/api/auth/session", { cookie })).body
  }

  test("decrypts what the old one encrypted", async () => {
    vi.stubEnv("AUTH_SECRET_OLD", "the old secret")
    expect(await session("the old secret")).toMatchObject({ user: { name: "Ann" } })
    expect(await session(process.env.AUTH_SECRET ?? "")).toMatchObject({ user: { name: "Ann" } })
  })

  test.each([undefined, ""])("has no secret for an old one that is %j", async (old) => {
    vi.stubEnv("AUTH_SECRET_OLD", old)
    expect(await secretsOfThePage()).toEqual([process.env.AUTH_SECRET])
    expect(await session("undefined")).toBeNull()
  })

  test("is empty without any, so that Auth.js says so", async () => {
    vi.stubEnv("AUTH_SECRET", undefined)
    expect((await ask({ ...config(Passkey({})), secret: await secretsOfThePage() })).status).toBe(
      500,
    )
    expect(logged.map(String).join()).toContain("MissingSecret")
  })
})

test.each([
  [{ AUTH_TRUST_HOST: "false" }, true],
  [{ AUTH_TRUST_HOST: undefined }, false],
  [{ VERCEL: "1" }, true],
  [{ VERCEL: "1", AUTH_URL: "" }, false],
  [{ NEXTAUTH_URL: origin }, false],
])("whether the host is trusted with %o: %s", (variables, trusted) => {
  vi.stubEnv("NODE_ENV", "production")
  vi.stubEnv("AUTH_URL", undefined)
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  const settings: NextAuthConfig = config(Passkey({}))
  NextAuth(settings)
  expect(settings.trustHost).toBe(trusted)
})
