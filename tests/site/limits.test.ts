import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { mostPasskeys } from "../../demo/live/ceremony-limits"
import { figures } from "../../demo/live/limits"
import type { RowsAnswer } from "../../demo/live/rows/rows"
import { rowsOf } from "../database-rows"
import { hasMariadb, startMariadb } from "../mariadb-server"
import { startPostgresql } from "../postgresql-server"
import { startSite } from "../site"
import { makeTemporaryFolder } from "../temporary-folder"
import { succeeded, Visitor, type Answer } from "../visitor"

const origin = "http://localhost:4000"
const proxied = { AUTH_URL: origin, TRUST_PROXY: "1" }
let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let postgresql: Awaited<ReturnType<typeof startPostgresql>>
let mariadb: Awaited<ReturnType<typeof startMariadb>> | undefined

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  postgresql = await startPostgresql()
  if (hasMariadb()) mariadb = await startMariadb()
})

afterAll(async () => {
  await postgresql?.stop()
  await mariadb?.stop()
  await folder.remove()
})

if (!hasMariadb()) console.log("MariaDB is not installed: this is not tested on it.")

const mariadbIfInstalled: [string, () => Promise<string> | string][] = hasMariadb()
  ? [["MariaDB", () => mariadb?.createDatabase("limits") ?? ""]]
  : []

describe.each([
  ["SQLite", () => folder.sqlite("limits")],
  ["PostgreSQL", () => postgresql.createDatabase("limits")],
  ...mariadbIfInstalled,
])("on %s", (_, create) => {
  let url: string
  let site: Awaited<ReturnType<typeof startSite>>

  beforeAll(async () => {
    url = await create()
    site = await startSite({ ...proxied, DATABASE_URL: url })
  })
  afterAll(async () => void (await site?.stop()))

  test("an account has at most ten passkeys", async () => {
    const visitor = new Visitor(origin, "192.0.2.1")
    await visitor.register(site.origin, "ten-passkeys")
    for (let i = 1; i < mostPasskeys; i++)
      expect(succeeded(await visitor.register(site.origin))).toBe(true)
    const answer = await visitor.register(site.origin)
    expect(answer.status).toBe(409)
    expect(answer.body.error).toBe("An account of the demo has at most 10 passkeys.")
  })

  test("an account has at most ten passkeys, also when the last come at once", async () => {
    const visitor = new Visitor(origin, "198.51.100.3")
    await visitor.register(site.origin, "ten-at-once")
    for (let i = 1; i < mostPasskeys - 1; i++)
      expect(succeeded(await visitor.register(site.origin))).toBe(true)
    const twins = [4, 5, 6, 7].map((last) => visitor.twin(`198.51.100.${last}`))
    const path = "/api/auth/webauthn-options/passkey?action=register"
    const options = await Promise.all(twins.map((twin) => twin.ask(site.origin, path)))
    const answers = await Promise.all(
      twins.map((twin, index) => twin.finishRegistration(site.origin, options[index] as Answer)),
    )
    const made = answers.filter(succeeded).length
    expect(made).toBeLessThanOrEqual(1)
    const others = answers.filter((answer) => !succeeded(answer))
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 409))
    const { rows } = (await visitor.ask(site.origin, "/api/demo/rows"))
      .body as unknown as RowsAnswer
    expect(rows?.Authenticator).toHaveLength(mostPasskeys - 1 + made)
    expect(rows?.Account).toHaveLength(mostPasskeys - 1 + made)
  })

  test("registrations are limited by address, before a passkey is made", async () => {
    const visitor = new Visitor(origin, "192.0.2.2")
    for (let i = 0; i < figures.registrations.each; i++) {
      visitor.leave()
      expect(succeeded(await visitor.register(site.origin, `many-${i}`))).toBe(true)
    }
    visitor.leave()
    const query = "action=register&email=one-more@passkeys.example"
    const answer = await visitor.ask(site.origin, `/api/auth/webauthn-options/passkey?${query}`)
    expect(answer.status).toBe(429)
    const seconds = Number(answer.headers.get("retry-after"))
    expect(seconds).toBeGreaterThan(500)
    expect(seconds).toBeLessThanOrEqual(figures.registrations.seconds)
    expect(answer.body.error).toContain(`in ${seconds} seconds`)
    // Who has a passkey may still sign in, and others may still register.
    expect(succeeded(await visitor.signIn(site.origin))).toBe(true)
    const other = new Visitor(origin, "192.0.2.3")
    expect(succeeded(await other.register(site.origin, "somebody-else"))).toBe(true)
  })

  test("ceremonies are limited by address, and exactly, at once as one by one", async () => {
    const path = "/api/auth/webauthn-options/passkey?action=authenticate"
    const visitors = Array.from({ length: 200 }, (_, i) => {
      // One network of IPv6 is one visitor.
      return new Visitor(origin, `2001:db8:0:7::${i.toString(16)}`)
    })
    const answers = await Promise.all(visitors.map((visitor) => visitor.ask(site.origin, path)))
    const letIn = answers.filter(({ status }) => status === 200)
    expect(letIn).toHaveLength(figures.ceremonies.each)
    for (const { status } of answers) expect([200, 429]).toContain(status)
  })

  test("no address is stored", async () => {
    const rows = JSON.stringify(await rowsOf(url, 'SELECT * FROM "DemoLimit"'))
    expect(rows).toContain("registrations each:")
    expect(rows).not.toMatch(/192\.0\.2|2001:db8/)
  })
})

test("without a proxy, nobody can say where they come from", async () => {
  const site = await startSite({ DATABASE_URL: folder.sqlite("direct") })
  try {
    const path = "/api/auth/webauthn-options/passkey?action=authenticate"
    const statuses = new Set<number>()
    for (let i = 0; i <= figures.ceremonies.each; i++)
      statuses.add((await new Visitor(site.origin, `192.0.2.${i}`).ask(site.origin, path)).status)
    expect([...statuses]).toEqual([200, 429])
  } finally {
    await site.stop()
  }
})

test("limits can be off on this machine", async () => {
  const site = await startSite({ DATABASE_URL: folder.sqlite("off"), DEMO_LIMITS: "off" })
  try {
    const path = "/api/auth/webauthn-options/passkey?action=authenticate"
    for (let i = 0; i <= figures.ceremonies.each; i++)
      expect((await new Visitor(site.origin).ask(site.origin, path)).status).toBe(200)
  } finally {
    await site.stop()
  }
})
