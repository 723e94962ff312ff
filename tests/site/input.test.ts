import { afterAll, beforeAll, expect, test } from "vitest"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { succeeded, Visitor } from "../support/visitor"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let site: Awaited<ReturnType<typeof startSite>>
const options = "/api/auth/webauthn-options/passkey"

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  site = await startSite({ DATABASE_URL: folder.sqlite("input"), DEMO_LIMITS: "off" })
})

afterAll(async () => {
  await site?.stop()
  await folder.remove()
})

const form = (fields: Record<string, string>): RequestInit => ({
  method: "POST",
  body: new URLSearchParams(fields),
})

const json = (body: string): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body,
})

test.each<[string, number, RequestInit?]>([
  [`${options}?email=a@passkeys.example`, 200],
  [`${options}?email=${"a".repeat(32)}@passkeys.example`, 200],
  [`${options}?email=`, 200],
  [options, 200],
  [`${options}?email=${"a".repeat(33)}@passkeys.example`, 400],
  [`${options}?email=-a@passkeys.example`, 400],
  [`${options}?email=a-@passkeys.example`, 400],
  [`${options}?email=A@passkeys.example`, 400],
  [`${options}?email=a@example.com`, 400],
  [`${options}?email=a@passkeys.example.com`, 400],
  [`${options}?email=%F0%9F%A6%A6@passkeys.example`, 400],
  [`${options}?action=delete`, 400],
  [`${options}?action=register&action=register`, 400],
  [`${options}?surprise=1`, 400],
  ["/api/auth/webauthn-options/other", 404],
  ["/api/auth/signin/github", 404],
  ["/api/auth/verify-request", 404],
  ["/api/auth/signin?callbackUrl=http://[", 400],
  ["/api/auth/signin?callbackUrl=/install", 200],
  ["/api/auth/callback/passkey", 405],
  ["/api/auth/session", 405, form({})],
  ["/api/auth/csrf", 405, { method: "PUT" }],
  ["/api/auth/callback/passkey", 400, form({ action: "authenticate", data: "{" })],
  ["/api/auth/callback/passkey", 400, form({ action: "authenticate", data: "{}" })],
  ["/api/auth/callback/passkey", 400, form({ action: "delete", data: "{}" })],
  ["/api/auth/callback/passkey", 415, { method: "POST", body: "{" }],
  ["/api/demo/account", 401, { method: "DELETE" }],
  ["/api/demo/account", 405, { method: "POST", body: "{" }],
  ["/api/demo/account", 405],
  ["/api/demo/rows", 200],
  ["/api/demo/rows", 405, { method: "POST", body: "{" }],
  ["/api/demo/rows?userId=1", 400],
  ["/api/passkeys/known", 405],
  ["/api/passkeys/known", 415, { method: "POST", body: "{" }],
  ["/api/passkeys/known", 400, json("{")],
  ["/api/passkeys/known", 400, json('{"id":"a/b"}')],
  ["/api/passkeys/known", 413, json(`{"id":"${"a".repeat(3_000)}"}`)],
])("%s is answered with %i", async (path, status, init) => {
  const response = await fetch(site.origin + path, init)
  expect(response.status).toBe(status)
  if (status < 400 || status === 405) return
  expect(await response.json()).toEqual({ error: expect.stringMatching(/\.$/) })
})

test("the log says what failed, and nothing of whom", async () => {
  const visitor = new Visitor(site.origin)
  expect(succeeded(await visitor.register(site.origin, "discreet-name"))).toBe(true)
  const session = String(visitor.cookie("authjs.session-token"))
  // A passkey that the site does not know, with its own id, and one that was made elsewhere.
  const stranger = new Visitor(site.origin)
  expect(succeeded(await stranger.register(site.origin, "secret-stranger"))).toBe(true)
  await stranger.ask(site.origin, "/api/demo/account", { method: "DELETE" })
  stranger.leave()
  expect(succeeded(await stranger.signIn(site.origin))).toBe(false)
  const elsewhere = new Visitor("https://canary-origin.localhost")
  expect(succeeded(await elsewhere.register(site.origin, "elsewhere-name"))).toBe(false)

  const output = site.output()
  expect(output).toContain("auth: AuthError")
  expect(output).toContain("auth: WebAuthnVerificationError")
  for (const secret of ["discreet-name", "secret-stranger", "elsewhere", "canary", session])
    expect(output).not.toContain(secret)
  // Credential ids, challenges and tokens are long; paths in a stack have slashes.
  expect(output.replace(/ at .*$/gm, "")).not.toMatch(/[\w+-]{40,}/)
  expect(output).not.toMatch(/127\.0\.0\.1|::1/)
})
