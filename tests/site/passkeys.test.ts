import { afterAll, beforeAll, expect, test } from "vitest"
import type { PasskeysAnswer } from "../../demo/recipes/settings/passkeys/passkeys-answer"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { succeeded, Visitor } from "../support/visitor"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let site: Awaited<ReturnType<typeof startSite>>
let people = 0

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  site = await startSite({ DATABASE_URL: folder.sqlite("passkeys"), DEMO_LIMITS: "off" })
})

afterAll(async () => {
  await site?.stop()
  await folder.remove()
})

/** Somebody who is signed in, with so many passkeys. */
async function person(count = 1) {
  const visitor = new Visitor(site.origin)
  const name = `owner-${++people}`
  expect(succeeded(await visitor.register(site.origin, name))).toBe(true)
  for (let more = 1; more < count; more++)
    expect(succeeded(await visitor.register(site.origin))).toBe(true)
  const ids = (await list(visitor)).passkeys.map(({ id }) => id)
  expect(ids).toHaveLength(count)
  return { visitor, email: `${name}@passkeys.example`, ids, id: ids[0] ?? "" }
}

const path = "/api/passkeys"
const list = async (visitor: Visitor) =>
  (await visitor.ask(site.origin, path)).body as unknown as PasskeysAnswer

const send = (
  visitor: Visitor,
  method: string,
  body: unknown,
  headers: Record<string, string> = {},
  address = path,
) =>
  visitor.ask(site.origin, address, {
    method,
    headers: { "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  })

/** Removes a passkey, after a confirmation with the newest. */
async function remove(visitor: Visitor, id = "") {
  const confirmation = await visitor.confirm(site.origin, `remove-passkey:${id}`)
  return send(visitor, "DELETE", { id, confirmation })
}

test("the list says whose passkeys they are, and nothing to strangers", async () => {
  const { visitor, email } = await person(2)
  const { status, headers } = await visitor.ask(site.origin, path)
  expect(status).toBe(200)
  expect(headers.get("cache-control")).toContain("no-store")
  expect(await list(visitor)).toMatchObject({
    rpId: "localhost",
    accountName: email,
    passkeys: [
      { name: null, provider: null, isSynced: false, lastUsedAt: null, transports: ["internal"] },
      { createdAt: expect.stringMatching(/^\d{4}-.*Z$/), userHandle: expect.any(String) },
    ],
  })
  expect(await new Visitor(site.origin).ask(site.origin, path)).toMatchObject({ status: 401 })
  visitor.setCookie("authjs.session-token", "00000000-0000-4000-8000-000000000000")
  expect(await visitor.ask(site.origin, path)).toMatchObject({ status: 401 })
})

test.each([
  ["<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
  ["  a\u0000b\nc\u202egpj.exe  ", "a b c gpj.exe"],
  ['\'; DROP TABLE "Authenticator"; --', '\'; DROP TABLE "Authenticator"; --'],
  ["מפתח של דנה", "מפתח של דנה"],
  ["", null],
])("the name %j is kept as text", async (name, stored) => {
  const { visitor, id } = await person()
  const { status, body } = await send(visitor, "PATCH", { id, name })
  expect(status).toBe(200)
  expect(body).toEqual(await list(visitor))
  expect((await list(visitor)).passkeys[0]?.name).toBe(stored)
})

test.each([
  { name: "x".repeat(65) },
  { name: 1 },
  { name: null },
  { name: ["a"] },
  {},
  { name: "a", id: "" },
  { name: "a", id: "not/base64url" },
  { name: "a", id: "x".repeat(1_365) },
  { name: "a", id: { not: "" } },
  [[]],
  "{",
  "null",
])("%j renames nothing", async (body) => {
  const { visitor, id } = await person()
  const change = typeof body === "object" && !Array.isArray(body) ? { id, ...body } : body
  expect(await send(visitor, "PATCH", change)).toMatchObject({ status: 400 })
  expect((await list(visitor)).passkeys[0]?.name).toBeNull()
})

test("another's passkey is not found, neither to rename nor to remove", async () => {
  const owner = await person(2)
  const thief = await person(2)
  const renamed = await send(thief.visitor, "PATCH", { id: owner.id, name: "mine" })
  expect(renamed.status).toBe(404)
  expect(await remove(thief.visitor, owner.id)).toMatchObject({ status: 404 })
  expect((await list(owner.visitor)).passkeys.map(({ id, name }) => [id, name])).toEqual(
    owner.ids.map((id) => [id, null]),
  )
})

test("a passkey is removed, and the last one is not", async () => {
  const { visitor, ids } = await person(2)
  const first = await remove(visitor, ids[0])
  expect(first).toMatchObject({ status: 200, body: { passkeys: [{ id: ids[1] }] } })
  expect(await remove(visitor, ids[0])).toMatchObject({ status: 404 })
  expect(await remove(visitor, ids[1])).toMatchObject({ status: 409 })
  visitor.leave()
  expect(succeeded(await visitor.signIn(site.origin))).toBe(true)
})

test("of two tabs that remove the last two passkeys at once, one is refused", async () => {
  for (let round = 0; round < 5; round++) {
    const { visitor, ids } = await person(2)
    // Each tab has its confirmation by the time that both press. The cookie is the same.
    const bodies: object[] = []
    for (const id of ids)
      bodies.push({ id, confirmation: await visitor.confirm(site.origin, `remove-passkey:${id}`) })
    const answers = await Promise.all(bodies.map((body) => send(visitor, "DELETE", body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await list(visitor)).passkeys).toHaveLength(1)
  }
})

test.each([
  ["of another site", { "Sec-Fetch-Site": "cross-site" }, 403],
  ["of a subdomain", { "Sec-Fetch-Site": "same-site" }, 403],
  [
    "of an old browser on another site",
    { "Sec-Fetch-Site": "", Origin: "https://evil.example" },
    403,
  ],
  ["without an origin", { "Sec-Fetch-Site": "", Origin: "null" }, 403],
  ["of a form", { "Content-Type": "text/plain" }, 415],
])("a request %s changes nothing", async (_, headers, status) => {
  const { visitor, ids } = await person(2)
  const changes: [string, object, string?][] = [
    ["PATCH", { id: ids[0], name: "theirs" }],
    ["DELETE", { id: ids[0] }],
    ["DELETE", {}, `${path}/other-sessions`],
  ]
  for (const [method, body, address] of changes)
    expect(await send(visitor, method, body, headers, address)).toMatchObject({ status })
  expect((await list(visitor)).passkeys.map(({ name }) => name)).toEqual([null, null])
})

test("the other sessions end, and this one doesn't", async () => {
  const { visitor } = await person()
  const elsewhere = visitor.twin()
  visitor.leave()
  expect(succeeded(await visitor.signIn(site.origin))).toBe(true)
  expect(await elsewhere.ask(site.origin, path)).toMatchObject({ status: 200 })
  const address = `${path}/other-sessions`
  expect(await send(visitor, "DELETE", {}, {}, address)).toMatchObject({ body: { ended: 1 } })
  expect(await elsewhere.ask(site.origin, path)).toMatchObject({ status: 401 })
  expect(await visitor.ask(site.origin, path)).toMatchObject({ status: 200 })
})

test("other methods and large bodies are refused", async () => {
  const { visitor, id } = await person()
  expect(await send(visitor, "PUT", { id })).toMatchObject({ status: 405 })
  const large = await send(visitor, "PATCH", { id, name: "x".repeat(100_000) })
  expect(large.status).toBe(413)
})
