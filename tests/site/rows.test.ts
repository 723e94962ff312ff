import { afterAll, beforeAll, expect, test } from "vitest"
import { rowsOf as queryRows } from "../support/database-rows"
import type { RowsAnswer } from "../../demo/live/rows/rows"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { succeeded, Visitor } from "../support/visitor"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let site: Awaited<ReturnType<typeof startSite>>
const path = "/api/demo/rows"

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  site = await startSite({ DATABASE_URL: folder.sqlite("rows"), DEMO_LIMITS: "off" })
})

afterAll(async () => {
  await site?.stop()
  await folder.remove()
})

async function arrive(name: string) {
  const visitor = new Visitor(site.origin)
  expect(succeeded(await visitor.register(site.origin, name))).toBe(true)
  const { rows, currentSession } = await rowsOf(visitor)
  if (!rows) throw new Error("There are no rows.")
  return { visitor, rows, currentSession }
}

const rowsOf = async (visitor: Visitor, query = "", init?: RequestInit) =>
  (await visitor.ask(site.origin, path + query, init)).body as unknown as RowsAnswer

test("the rows of a registration are all there, tokens masked", async () => {
  const { visitor, rows, currentSession } = await arrive("rows-reader")
  expect(rows.User).toMatchObject([{ email: "rows-reader@passkeys.example", emailVerified: null }])
  const userId = rows.User[0]?.id
  expect(rows.Account).toMatchObject([
    { userId, type: "webauthn", provider: "passkey", access_token: null },
  ])
  expect(rows.Authenticator).toMatchObject([
    { userId, credentialID: rows.Account[0]?.providerAccountId, counter: expect.any(Number) },
  ])
  const token = String(visitor.cookie("authjs.session-token"))
  expect(rows.Session).toMatchObject([{ userId, sessionToken: `${token.slice(0, 4)}… (masked)` }])
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(currentSession).toBe(0)
})

test("whoever is signed in as A sees nothing of B, whatever the request says", async () => {
  const a = await arrive("reader-a")
  const b = await arrive("reader-b")
  const belongsToB = [
    b.rows.User[0]?.id,
    b.rows.User[0]?.email,
    b.rows.Authenticator[0]?.credentialID,
    b.rows.Authenticator[0]?.credentialPublicKey,
  ].map(String)
  const attempts: [string, RequestInit?][] = [
    [path],
    ...["userId", "id", "email", "user", "credentialID", "where[id]", "session"].flatMap(
      (key): [string][] =>
        belongsToB.map((value) => [`${path}?${key}=${encodeURIComponent(value)}`]),
    ),
    ...belongsToB.map((value): [string] => [`${path}/${encodeURIComponent(value)}`]),
    ...["X-User-Id", "X-Forwarded-User", "Authorization"].map((header): [string, RequestInit] => [
      path,
      { headers: { [header]: belongsToB[0] ?? "" } },
    ]),
    [path, { method: "POST", body: JSON.stringify({ userId: belongsToB[0] }) }],
    [path, { method: "HEAD" }],
    ["/api/auth/session"],
    ["/api/auth/webauthn-options/passkey?action=register"],
    ["/api/auth/webauthn-options/passkey?action=authenticate"],
    ["/api/demo/account"],
    ["/api/health"],
  ]
  for (const [address, init] of attempts) {
    const { status, body, headers } = await a.visitor.ask(site.origin, address, init)
    expect(status, address).toBeLessThan(500)
    const answer = JSON.stringify([body, [...headers]])
    for (const value of belongsToB) expect(answer, address).not.toContain(value)
  }
  const own = await rowsOf(a.visitor)
  expect(own.rows?.User).toEqual(a.rows.User)
})

test("a session that is not known opens nothing, nor do two cookies at once", async () => {
  const a = await arrive("cookie-a")
  const b = await arrive("cookie-b")
  const [tokenA, tokenB] = [a, b].map(({ visitor }) => visitor.cookie("authjs.session-token"))
  const ask = async (cookie: string) => {
    const response = await fetch(site.origin + path, { headers: { Cookie: cookie } })
    return (await response.json()) as RowsAnswer
  }
  for (const cookie of [
    "",
    "authjs.session-token=",
    "authjs.session-token=00000000-0000-4000-8000-000000000000",
    `authjs.session-token=${String(b.rows.Session[0]?.sessionToken)[0]}`,
    `authjs.session-token=${String(tokenB).toUpperCase()}`,
    `__Secure-authjs.session-token=${tokenB}`,
  ])
    expect((await ask(cookie)).rows, cookie).toBeNull()
  const both = await ask(`authjs.session-token=${tokenA}; authjs.session-token=${tokenB}`)
  expect(both.rows?.User).toHaveLength(1)
})

test("the rows are gone for whoever has signed out, and say which session is whose", async () => {
  const { visitor, rows } = await arrive("leaver")
  visitor.leave()
  expect((await rowsOf(visitor)).rows).toBeNull()
  expect(succeeded(await visitor.signIn(site.origin))).toBe(true)
  const again = await rowsOf(visitor)
  expect(again.rows?.Session).toHaveLength(2)
  expect(again.rows?.Session[0]).toEqual(rows.Session[0])
  expect(again.currentSession).toBe(1)
})

test("of very many rows the newest are returned, and how many more there are", async () => {
  const { visitor, rows } = await arrive("many-rows")
  const url = folder.sqlite("rows")
  const userId = String(rows.User[0]?.id)
  const old = "'2026-01-01T00:00:00.000+00:00'"
  await queryRows(
    url,
    `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2000)
     INSERT INTO "Session" ("sessionToken", "userId", "expires", "createdAt", "updatedAt")
     SELECT 'old-' || n, '${userId}', '2099-01-01T00:00:00.000+00:00', ${old}, ${old} FROM numbers`,
  )
  const answer = await rowsOf(visitor)
  expect(answer.rows?.Session).toHaveLength(20)
  expect(answer.more).toEqual({ User: 0, Account: 0, Authenticator: 0, Session: 1_981 })
  expect(answer.rows?.Session[19]).toEqual(rows.Session[0])
  expect(answer.currentSession).toBe(19)
})
