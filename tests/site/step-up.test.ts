import { afterAll, beforeAll, expect, test } from "vitest"
import { rateLimits } from "../../demo/live/server/limits/rate-limits"
import { createPostgresqlDatabase } from "../support/shared-databases"
import { startSite } from "../support/site"
import { Visitor } from "../support/visitor"
import { origin, proxied } from "./limited-site"

let sites: Awaited<ReturnType<typeof startSite>>[]
let first: string
let second: string

beforeAll(async () => {
  const environment = { ...proxied, DATABASE_URL: await createPostgresqlDatabase("step_up") }
  // Both on one database, which the first fills with tables.
  sites = [await startSite(environment)]
  sites.push(await startSite(environment))
  ;[first, second] = sites.map((site) => site.origin) as [string, string]
})

afterAll(async () => {
  await Promise.all(sites.map((site) => site.stop()))
})

let visitors = 0

/** Somebody with two passkeys, and the id of the older one. */
async function withTwoPasskeys() {
  const visitor = new Visitor(origin, `203.0.113.${++visitors}`)
  await visitor.register(first, `careful-${visitors}`)
  await visitor.register(first)
  const id = visitor.passkeys[0]?.credentialId.toString("base64url") ?? ""
  const remove = (site: string, confirmation?: unknown, who = visitor) =>
    who.askWithJson(site, "DELETE", "/api/passkeys", { id, confirmation })
  return { visitor, id, deed: `remove-passkey:${id}`, remove }
}

test("a passkey is removed once its removal is confirmed, also on another process", async () => {
  const { visitor, deed, remove } = await withTwoPasskeys()
  expect((await remove(first)).status).toBe(403)
  const confirmation = await visitor.confirm(first, deed)
  const answer = await remove(second, confirmation)
  expect(answer.status).toBe(200)
  expect(answer.body.passkeys).toHaveLength(1)
})

test("a passkey can confirm its own removal", async () => {
  const { visitor, deed, remove } = await withTwoPasskeys()
  const confirmation = await visitor.confirm(first, deed, visitor.passkeys[0])
  expect((await remove(first, confirmation)).status).toBe(200)
})

test("of two processes that get one confirmation at once, one accepts it", async () => {
  for (let round = 0; round < 5; round++) {
    const { visitor, deed, remove } = await withTwoPasskeys()
    const confirmation = await visitor.confirm(first, deed)
    const answers = await Promise.all([first, second].map((site) => remove(site, confirmation)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
  }
})

test("a confirmation is of no use for another passkey, or in another browser", async () => {
  const { visitor, id, deed, remove } = await withTwoPasskeys()
  const other = visitor.passkeys[1]?.credentialId.toString("base64url")
  const forOther = await visitor.confirm(first, `remove-passkey:${other}`)
  expect((await remove(first, forOther)).status).toBe(403)

  const thief = visitor.twin("203.0.113.200")
  thief.dropCookie("step-up")
  const confirmation = await visitor.confirm(first, deed)
  expect((await remove(first, confirmation, thief)).status).toBe(403)
  const { body } = await visitor.ask(first, "/api/passkeys")
  const ids = (body.passkeys as unknown as { id: string }[]).map((passkey) => passkey.id)
  expect(ids).toContain(id)
})

test("the cookie is for this host only, and the page is told of it without its value", async () => {
  const { visitor, deed } = await withTwoPasskeys()
  const answer = await visitor.askWithJson(first, "POST", "/api/passkeys/step-up", { deed })
  const cookies = answer.headers.getSetCookie()
  const cookie = cookies.find((header) => header.startsWith("step-up=")) ?? ""
  expect(cookie).toMatch(/^step-up=[\w-]{36}; Max-Age=120; Path=\/; HttpOnly; SameSite=Strict$/)
  expect(answer.headers.get("Cache-Control")).toBe("no-store")
  expect(answer.headers.get("X-Demo-Set-Cookie")).toContain("step-up=(hidden); Max-Age=120")
})

test("what is no question of this site's pages is refused", async () => {
  const { visitor, deed } = await withTwoPasskeys()
  const path = "/api/passkeys/step-up"
  const post = (headers: Record<string, string>, body: string) =>
    visitor.ask(first, path, { method: "POST", headers, body })
  const json = { "Content-Type": "application/json" }
  const statuses = [
    await new Visitor(origin, "203.0.113.201").askWithJson(first, "POST", path, { deed }),
    await post({ ...json, Origin: "https://evil.example" }, JSON.stringify({ deed })),
    await post({ Origin: origin, "Content-Type": "text/plain" }, JSON.stringify({ deed })),
    await post({ ...json, Origin: origin }, "{"),
    await visitor.askWithJson(first, "POST", path, { deed: "" }),
    await visitor.askWithJson(first, "POST", path, { deed: "x".repeat(2_001) }),
    await visitor.ask(first, path),
  ].map(({ status }) => status)
  expect(statuses).toEqual([401, 403, 415, 400, 400, 400, 405])
})

test("erasing the account needs no passkey", async () => {
  const { visitor } = await withTwoPasskeys()
  const answer = await visitor.ask(first, "/api/demo/account", { method: "DELETE" })
  expect(answer.status).toBe(200)
})

test("somebody who asks too often has to wait", async () => {
  const { visitor, deed } = await withTwoPasskeys()
  const ask = () => visitor.askWithJson(first, "POST", "/api/passkeys/step-up", { deed })
  for (let count = 0; count < rateLimits.settings.passkey; count++)
    expect((await ask()).status).toBe(200)
  const answer = await ask()
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0)
})
