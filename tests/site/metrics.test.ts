import { afterAll, beforeAll, expect, test } from "vitest"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { succeeded, Visitor } from "../support/visitor"

const token = "a-token-of-these-tests"
const metrics = "/api/metrics"
let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let site: Awaited<ReturnType<typeof startSite>>
let closed: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  ;[site, closed] = await Promise.all([
    startSite({ DATABASE_URL: folder.sqlite("open"), METRICS_TOKEN: token }),
    startSite({ DATABASE_URL: folder.sqlite("closed"), REQUEST_LOG: "off" }),
  ])
})

afterAll(async () => {
  await Promise.all([site?.stop(), closed?.stop()])
  await folder.remove()
})

const scrape = (authorization?: string) =>
  fetch(site.origin + metrics, { headers: authorization ? { authorization } : {} })

/** The lines of the request log, without the text around them. */
const linesOf = ({ output }: typeof site) =>
  output()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>)

/** Somebody who registers, whose account is erased, and who then tries to sign in. */
async function forgottenVisitor({ origin }: typeof site) {
  const visitor = new Visitor(origin)
  const registered = await visitor.register(origin, "metrics-secret-name")
  expect(succeeded(registered)).toBe(true)
  await visitor.ask(origin, "/api/demo/account", { method: "DELETE" })
  visitor.leave()
  const failed = await visitor.signIn(origin)
  expect(succeeded(failed)).toBe(false)
  return { registered, failed }
}

test("metrics need the token, and without one there are none", async () => {
  expect((await fetch(closed.origin + metrics)).status).toBe(404)
  for (const authorization of [undefined, "", "Bearer", "Bearer wrong", token, `Basic ${token}`])
    expect((await scrape(authorization)).status).toBe(401)
  expect((await scrape(`Bearer ${token}`)).status).toBe(200)
  const post = await fetch(site.origin + metrics, { method: "POST" })
  expect([post.status, post.headers.get("allow")]).toEqual([405, "GET"])
})

test("each request of a ceremony is counted, timed and logged under its id", async () => {
  const { registered, failed } = await forgottenVisitor(site)
  const response = await scrape(`Bearer ${token}`)
  expect(response.headers.get("content-type")).toContain("text/plain; version=0.0.4")
  expect(response.headers.get("cache-control")).toBe("no-store")
  const text = await response.text()
  const counted = (step: string, action: string, outcome: string, error: string) =>
    `passkeys_requests_total{step="${step}",action="${action}",outcome="${outcome}",error="${error}"} 1`
  expect(text).toContain(counted("options", "register", "ok", ""))
  expect(text).toContain(counted("verification", "register", "ok", ""))
  expect(text).toContain(counted("options", "authenticate", "ok", ""))
  expect(text).toContain(counted("verification", "authenticate", "error", "AuthError"))
  expect(text).toMatch(/^passkeys_request_duration_seconds_bucket\{le="0.005",step=/m)
  expect(text).toMatch(/^guide_database_up 1$/m)
  expect(text).toMatch(/^guide_open_connections \d+$/m)
  // The two challenges that came back are none any more.
  expect(text).toMatch(/^guide_unfinished_ceremonies 0$/m)
  expect(text).toMatch(/^process_resident_memory_bytes \d+/m)

  const lines = linesOf(site)
  expect(lines).toMatchObject([
    { step: "options", action: "register", outcome: "ok", status: 200 },
    { step: "verification", action: "register", outcome: "ok", status: 200 },
    { step: "options", action: "authenticate", outcome: "ok", status: 200 },
    { step: "verification", action: "authenticate", outcome: "error", status: 200 },
  ])
  expect(lines[3]?.error).toMatch(/^AuthError/)
  for (const line of lines) {
    expect(Object.keys(line).filter((name) => name !== "error")).toEqual(
      "time requestId step action outcome status ms".split(" "),
    )
    expect(line.ms).toBeGreaterThanOrEqual(0)
    expect(new Date(String(line.time)).toISOString()).toBe(line.time)
  }
  expect(registered.headers.get("x-request-id")).toBe(lines[1]?.requestId)
  expect(failed.headers.get("x-request-id")).toBe(lines[3]?.requestId)
  expect(site.output()).not.toContain("metrics-secret-name")
})

test("a confirmation has lines too, and who isn't signed in has none", async () => {
  const { origin } = site
  const visitor = new Visitor(origin)
  await visitor.register(origin, "metrics-confirming-name")
  await visitor.register(origin)
  const id = visitor.passkeys[0]?.credentialId.toString("base64url") ?? ""
  const before = linesOf(site).length
  const remove = (confirmation?: unknown) =>
    visitor.askWithJson(origin, "DELETE", "/api/passkeys", { id, confirmation })
  const refused = await remove()
  expect((await remove(await visitor.confirm(origin, `remove-passkey:${id}`))).status).toBe(200)
  visitor.leave()
  expect((await remove()).status).toBe(401)
  const lines = linesOf(site).slice(before)
  expect(lines).toMatchObject([
    { step: "verification", action: "confirm", outcome: "error", status: 403 },
    { step: "options", action: "confirm", outcome: "ok", status: 200 },
    { step: "verification", action: "confirm", outcome: "ok", status: 200 },
  ])
  expect(lines).toHaveLength(3)
  expect(refused.headers.get("x-request-id")).toBe(lines[0]?.requestId)
  const text = await (await scrape(`Bearer ${token}`)).text()
  expect(text).toContain(
    `passkeys_requests_total{step="verification",action="confirm",outcome="ok",error=""} 1`,
  )
  expect(site.output()).not.toContain("metrics-confirming-name")
})

test("a proxy's request id is kept, and nothing else of what is sent gets into a line", async () => {
  const path = "/api/auth/webauthn-options/passkey?action="
  const ask = async (query: string, id: string) => {
    const response = await fetch(site.origin + path + query, { headers: { "X-Request-Id": id } })
    return response.headers.get("x-request-id")
  }
  expect(await ask("authenticate", "0123456789abcdef")).toBe("0123456789abcdef")
  for (const id of ["short", `x","outcome":"ok`, "x".repeat(65), "emoji-%F0%9F%98%80"])
    expect(await ask("forged-action", id)).toMatch(/^[\da-f-]{36}$/)
  expect(site.output()).not.toMatch(/forged-action|emoji/)
  expect(linesOf(site).at(-1)).toMatchObject({ action: "unknown", outcome: "error", status: 400 })
})

test("the log can be turned off, and the id is still in the response", async () => {
  const { failed } = await forgottenVisitor(closed)
  expect(failed.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/)
  expect(linesOf(closed)).toEqual([])
})
