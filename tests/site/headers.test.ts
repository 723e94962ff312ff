import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { root } from "../../scripts/root"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { Visitor } from "../support/visitor"

const publicOrigin = "https://passkeys.example.com"
let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let local: Awaited<ReturnType<typeof startSite>>
let open: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  const secret = { AUTH_SECRET: "only for this test, only for this test" }
  local = await startSite({ DATABASE_URL: folder.sqlite("local") })
  open = await startSite({ ...secret, AUTH_URL: publicOrigin, DATABASE_URL: folder.sqlite("open") })
})

afterAll(async () => {
  await Promise.all([local?.stop(), open?.stop()])
  await folder.remove()
})

async function asset(folder: string, ending: string) {
  const files = await readdir(join(root, ".next/static", folder), { recursive: true })
  return `/_next/static/${folder}/${files.find((file) => file.endsWith(ending))}`
}

/** One address of every kind, and its status. */
const addresses: [string, number, () => string | Promise<string>][] = [
  ["the first page", 200, () => "/"],
  ["a page", 200, () => "/install"],
  ["a page as Markdown", 200, () => "/install.md"],
  ["no page as Markdown", 404, () => "/no-such-page.md"],
  ["the list of pages", 200, () => "/llms.txt"],
  ["no page", 404, () => "/no-such-page"],
  ["a script", 200, () => asset("chunks/pages", ".js")],
  ["a style sheet", 200, () => asset("css", ".css")],
  ["a font", 200, () => asset("media", ".woff2")],
  ["an icon", 200, () => "/favicon.svg"],
  ["the sitemap", 200, () => "/sitemap.xml"],
  ["the feed", 200, () => "/feed.xml"],
  ["the session", 200, () => "/api/auth/session"],
  ["options", 200, () => "/api/auth/webauthn-options/passkey?action=authenticate"],
  ["Auth.js's sign-in page", 200, () => "/api/auth/signin"],
  ["Auth.js's sign-out page", 200, () => "/api/auth/signout"],
  ["Auth.js's error page", 400, () => "/api/auth/error?error=Configuration"],
  ["the rows", 200, () => "/api/demo/rows"],
  ["health", 200, () => "/api/health"],
  ["a malformed address", 400, () => "/%ff"],
  ["no endpoint", 404, () => "/api/no-such-endpoint"],
]

describe.each(addresses)("%s", (_, status, address) => {
  test("has the headers", async () => {
    const response = await fetch(local.origin + (await address()))
    expect(response.status).toBe(status)
    const policy = response.headers.get("content-security-policy") ?? ""
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? ""
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval|\*|data:|http:/)
    expect(policy).toMatch(/^default-src ('none'|'self'.* frame-src 'none'.* object-src 'none')/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(response.headers.get("permissions-policy")).toMatch(
      /^publickey-credentials-get=\(self\), publickey-credentials-create=\(self\), .*camera=\(\)/,
    )
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
    })
    expect(response.headers.has("strict-transport-security")).toBe(false)
    expect(response.headers.has("x-powered-by")).toBe(false)
    expect(response.headers.has("server")).toBe(false)
  })

  test("asks for https for ever, where the site has it", async () => {
    const { headers } = await fetch(open.origin + (await address()))
    expect(headers.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains")
  })
})

test.each(
  addresses
    .map(([what, , address]) => [what, address] as const)
    .filter(([, address]) => String(address()).startsWith("/api/")),
)("%s is kept by no cache", async (_, address) => {
  const { headers } = await fetch(local.origin + (await address()))
  expect(headers.get("cache-control")).toContain("no-store")
})

test("what Auth.js is asked by POST, and what is refused, neither", async () => {
  const url = `${local.origin}/api/auth/callback/passkey`
  const body = new URLSearchParams({ action: "authenticate", data: "{}" })
  for (const init of [{ method: "POST", body }, { method: "PUT" }, { method: "POST", body: "x" }])
    expect((await fetch(url, init)).headers.get("cache-control")).toContain("no-store")
})

test("a script runs from unpkg on Auth.js's sign-in page only", async () => {
  for (const [, , address] of addresses) {
    const path = await address()
    const { headers } = await fetch(local.origin + path)
    const policy = headers.get("content-security-policy") ?? ""
    if (path !== "/api/auth/signin") expect(policy).not.toContain("unpkg")
    else
      expect(policy).toMatch(
        /script-src 'sha256-[\w+/]{43}=' https:\/\/unpkg\.com\/@simplewebauthn\/browser@v[\d.]+\/dist\/bundle\/index\.umd\.min\.js;/,
      )
  }
})

test("WebAssembly is compiled in the doctor's worker only", async () => {
  const chunks = await readdir(join(root, ".next/static/chunks"))
  const scripts = chunks.filter((file) => file.endsWith(".js"))
  const allowing = await Promise.all(
    scripts.map(async (file) => {
      const { headers } = await fetch(`${local.origin}/_next/static/chunks/${file}`, {
        method: "HEAD",
      })
      return headers.get("content-security-policy")?.includes("'wasm-unsafe-eval'") ? [file] : []
    }),
  )
  expect(allowing.flat()).toEqual([expect.stringMatching(/^doctor-worker\.\w+\.js$/)])
  const page = await fetch(`${local.origin}/doctor`)
  expect(page.headers.get("content-security-policy")).not.toContain("wasm")
})

test("cookies cannot be read by scripts, nor come from elsewhere", async () => {
  const cookiesOf = async (origin: string) => {
    const path = "/api/auth/webauthn-options/passkey?action=authenticate"
    return (await fetch(origin + path)).headers.getSetCookie()
  }
  const onThisMachine = await cookiesOf(local.origin)
  const inPublic = await cookiesOf(open.origin)
  for (const cookie of [...onThisMachine, ...inPublic]) {
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Lax/)
  }
  for (const cookie of inPublic) expect(cookie).toMatch(/; Secure/)
  expect(inPublic.map((cookie) => cookie.split("=")[0]).sort()).toEqual([
    "__Host-authjs.csrf-token",
    "__Secure-authjs.callback-url",
    "__Secure-authjs.challenge",
  ])
})

test("the session's cookie, too", async () => {
  const visitor = new Visitor(publicOrigin)
  const { headers } = await visitor.register(open.origin, "cookie-monster")
  const session = headers.getSetCookie().find((cookie) => cookie.includes("session-token"))
  expect(session).toMatch(/^__Secure-authjs\.session-token=.*; HttpOnly; Secure; SameSite=Lax/)
})

test.each(["host", "x-forwarded-host"])("the RP ID does not follow %s", async (name) => {
  const { request } = await import("node:http")
  const url = new URL("/api/auth/webauthn-options/passkey?action=authenticate", open.origin)
  const headers = { [name]: "evil.example", "x-forwarded-proto": "http" }
  const body = await new Promise<string>((resolve, reject) =>
    request(url, { headers }, async (response) => {
      let text = ""
      for await (const chunk of response) text += chunk
      resolve(text)
    })
      .on("error", reject)
      .end(),
  )
  expect(JSON.parse(body).options.rpId).toBe("passkeys.example.com")
})
