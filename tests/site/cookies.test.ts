import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createPostgresqlDatabase } from "../support/shared-databases"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { succeeded, Visitor } from "../support/visitor"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
const sites: Record<string, Awaited<ReturnType<typeof startSite>>> = {}

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  const [onSqlite, onPostgresql] = await Promise.all([
    startSite({ DATABASE_URL: folder.sqlite("cookies") }),
    startSite({ DATABASE_URL: await createPostgresqlDatabase("cookies") }),
  ])
  sites.SQLite = onSqlite
  sites.PostgreSQL = onPostgresql
})

afterAll(async () => {
  await Promise.all(Object.values(sites).map((site) => site.stop()))
  await folder.remove()
})

const malformed = [
  ["callback-url", "http%3A%2F%2F%5B"],
  ["callback-url", "//["],
  ["callback-url", "%E0%A4%A"],
  ["csrf-token", "%00|%00"],
  ["challenge", "%00"],
  ["session-token", "%00"],
  ["session-token", "a%00b"],
]
const addresses = [
  "/api/auth/session",
  "/api/auth/csrf",
  "/api/auth/signin",
  "/api/auth/webauthn-options/passkey?action=authenticate",
  "/api/auth/webauthn-options/passkey?action=register&email=somebody@passkeys.example",
  "/api/demo/rows",
]

describe.each(["SQLite", "PostgreSQL"])("on %s", (database) => {
  test.each(malformed)("authjs.%s=%s breaks nothing", async (name, value) => {
    const { origin } = sites[database]!
    const headers = { Cookie: `authjs.${name}=${value}` }
    for (const address of addresses) {
      const response = await fetch(origin + address, { headers })
      expect([address, response.status, await response.text()]).toEqual([
        address,
        200,
        expect.not.stringContaining("error="),
      ])
    }
  })
})

test("a malformed callback URL is replaced by the first answer", async () => {
  const { origin } = sites.SQLite!
  const headers = { Cookie: "authjs.callback-url=http%3A%2F%2F%5B" }
  const response = await fetch(`${origin}/api/auth/session`, { headers })
  expect(response.headers.getSetCookie().join("\n")).toContain(
    `authjs.callback-url=${encodeURIComponent(origin)}; Path=/`,
  )
})

test("who is signed in stays so, whatever else is in the cookies", async () => {
  const { origin } = sites.SQLite!
  const visitor = new Visitor(origin)
  expect(succeeded(await visitor.register(origin, "odd-cookies"))).toBe(true)
  const session = `authjs.session-token=${visitor.cookie("authjs.session-token")}`
  const headers = { Cookie: `authjs.callback-url=//[; ${session}; authjs.challenge=x` }
  const rows = await (await fetch(`${origin}/api/demo/rows`, { headers })).json()
  expect(rows).toMatchObject({ currentSession: 0 })
  const answer = await fetch(`${origin}/api/auth/session`, { headers })
  expect(await answer.json()).toMatchObject({ user: { email: "odd-cookies@passkeys.example" } })
})
