import { setTimeout as wait } from "node:timers/promises"
import NextAuth from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { NextRequest } from "next/server"
import { beforeEach, expect, test, vi } from "vitest"
import { memoryAdapter } from "../../demo/recipes/adapter-contract/memory-adapter"
import { logger } from "../../demo/recipes/logger/auth-logger"
import {
  logConfirmation,
  logRequests,
  noteError,
  notingErrors,
  type RequestLine,
} from "../../demo/recipes/request-log/request-log"
import { origin, UserAgent } from "../databases/user-agent"
import { SoftwareAuthenticator } from "../support/software-authenticator"

let lines: RequestLine[]
const write = (line: RequestLine) => void lines.push(line)

beforeEach(() => {
  lines = []
  vi.stubEnv("AUTH_URL", origin)
  vi.stubEnv("AUTH_SECRET", "a secret of a test, and of nothing else")
  vi.spyOn(console, "error").mockImplementation(() => {})
})

const openApp = () => {
  const { handlers } = NextAuth({
    adapter: memoryAdapter(),
    providers: [Passkey],
    experimental: { enableWebAuthn: true },
    logger: notingErrors(logger),
  })
  return logRequests(handlers, write)
}

const ask = (path: string, headers = {}) =>
  new NextRequest(`${origin}/api/auth/${path}`, { headers })

const passkey = () => new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true })

test("each request of a ceremony has a line, and the others have none", async () => {
  const handlers = openApp()
  const agent = new UserAgent(handlers, passkey())
  expect(await agent.register("person@passkeys.example")).toBeNull()
  expect(await agent.email()).toBe("person@passkeys.example")
  expect(await new UserAgent(handlers, agent.authenticator).signIn()).toBeNull()
  expect(lines.map(({ step, action, outcome, status }) => [step, action, outcome, status])).toEqual(
    [
      ["options", "register", "ok", 200],
      ["verification", "register", "ok", 200],
      ["options", "authenticate", "ok", 200],
      ["verification", "authenticate", "ok", 200],
    ],
  )
  expect(new Set(lines.map(({ requestId }) => requestId)).size).toBe(4)
  expect(JSON.stringify(lines)).not.toMatch(/person|passkeys\.example/)
})

test("a failure has the name of its error, though Auth.js answers 200", async () => {
  const handlers = openApp()
  expect(await new UserAgent(handlers, passkey()).signIn()).toBe("Configuration")
  expect(lines[1]).toMatchObject({ action: "authenticate", outcome: "error", status: 200 })
  expect(lines[1]?.error).toMatch(/^AuthError at verifyAuthenticate/)
  const elsewhere = new SoftwareAuthenticator("https://elsewhere.example")
  expect(await new UserAgent(handlers, elsewhere).register("b@passkeys.example")).toBe(
    "WebAuthnVerificationError",
  )
  expect(lines.at(-1)?.error).toMatch(/^WebAuthnVerificationError/)
  expect(JSON.stringify(lines)).not.toContain("elsewhere")
})

test("the redirect of a form that was sent without script counts as what it says", async () => {
  const redirect = async (location: string) =>
    logRequests(
      {
        GET: async () => new Response(null, { status: 302, headers: { location } }),
        POST: async () => new Response(),
      },
      write,
    ).GET(ask("callback/passkey"))
  await redirect(`${origin}/sign-in?error=AccessDenied`)
  await redirect(`${origin}/sign-in?error=${encodeURIComponent("x\ny")}`)
  await redirect(`${origin}/`)
  expect(lines.map(({ outcome, error }) => [outcome, error])).toEqual([
    ["error", "AccessDenied"],
    ["error", "unknown"],
    ["ok", undefined],
  ])
})

test("errors of requests at the same time stay with their own", async () => {
  const { GET } = logRequests(
    {
      GET: async (request) => {
        const name = request.nextUrl.searchParams.get("name")
        await wait(name === "slow" ? 30 : 10)
        if (name) noteError(Object.assign(new Error(), { name }))
        return Response.json({ url: `${origin}/?error=Configuration` })
      },
      POST: async () => new Response(),
    },
    write,
  )
  await Promise.all(["slow", "quick", ""].map((name) => GET(ask(`callback/passkey?name=${name}`))))
  noteError(new Error("outside of a request"))
  expect(lines.map(({ error }) => error?.split(" ")[0]).sort()).toEqual([
    "Configuration",
    "quick",
    "slow",
  ])
})

test("what is thrown becomes a 500 with an id, and cookies stay apart", async () => {
  const { GET } = logRequests(
    {
      GET: async (request) => {
        if (request.nextUrl.searchParams.has("throw")) throw new TypeError("person@example.com")
        const headers = new Headers()
        headers.append("Set-Cookie", "a=1; Path=/")
        headers.append("Set-Cookie", "b=2; Path=/")
        return Response.json({ action: "authenticate", options: {} }, { headers })
      },
      POST: async () => new Response(),
    },
    write,
  )
  const failed = await GET(ask("webauthn-options/passkey?throw"))
  expect(failed.status).toBe(500)
  expect(failed.headers.get("X-Request-Id")).toBe(lines[0]?.requestId)
  expect(lines[0]?.error).toMatch(/^TypeError at /)
  expect(JSON.stringify(lines)).not.toContain("person")
  const response = await GET(ask("webauthn-options/passkey"))
  expect(response.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2; Path=/"])
  expect(await response.json()).toEqual({ action: "authenticate", options: {} })
})

test("the proxy's id is kept if it is one", async () => {
  const { GET } = openApp()
  const idOf = async (id: string) => {
    const response = await GET(ask("webauthn-options/passkey", { "x-request-id": id }))
    return response.headers.get("X-Request-Id")
  }
  expect(await idOf("0123456789abcdef")).toBe("0123456789abcdef")
  expect(await idOf("a b")).toMatch(/^[\da-f-]{36}$/)
})

test("a confirmation has a line for its options and for what was confirmed, whatever their address", async () => {
  const statuses = [200, 403]
  const handler = async (request: NextRequest, context: string) => {
    const { deed } = await request.json()
    return Response.json({ deed, context }, { status: statuses.shift() })
  }
  const body = JSON.stringify({ deed: "delete-account person@example.com", action: "register" })
  const request = () => new NextRequest(`${origin}/api/account`, { method: "POST", body })
  const asked = await logConfirmation("options", handler, write)(request(), "context")
  expect(await asked.json()).toMatchObject({ context: "context" })
  const refused = await logConfirmation("verification", handler, write)(request(), "context")
  expect(lines.map(({ step, action, outcome, status }) => [step, action, outcome, status])).toEqual(
    [
      ["options", "confirm", "ok", 200],
      ["verification", "confirm", "error", 403],
    ],
  )
  expect([asked, refused].map(({ headers }) => headers.get("X-Request-Id"))).toEqual(
    lines.map(({ requestId }) => requestId),
  )
  expect(JSON.stringify(lines)).not.toContain("person")
})
