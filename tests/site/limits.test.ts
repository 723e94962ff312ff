import { randomBytes } from "node:crypto"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { maxPasskeys, maxSessions } from "../../demo/live/server/limits/account-size"
import { rateLimits } from "../../demo/live/server/limits/rate-limits"
import type { RowsAnswer } from "../../demo/live/rows/rows"
import { countRows, rowsOf } from "../support/database-rows"
import { hasMariadb, startMariadb } from "../support/mariadb-server"
import { startPostgresql } from "../support/postgresql-server"
import { startSite } from "../support/site"
import { SoftwareAuthenticator } from "../support/software-authenticator"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { succeeded, Visitor, type VisitorResponse } from "../support/visitor"

const origin = "http://localhost:4000"
const secret = "s".repeat(32)
const proxied = { AUTH_URL: origin, TRUST_PROXY: "1", AUTH_SECRET: secret }
let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let postgresql: Awaited<ReturnType<typeof startPostgresql>>
let mariadb: Awaited<ReturnType<typeof startMariadb>> | undefined

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  postgresql = await startPostgresql()
  if (hasMariadb()) mariadb = await startMariadb()
})

/** How many rows of a table belong to an account. */
async function countOf(url: string, table: string, name: string): Promise<number> {
  const owner = `(SELECT "id" FROM "User" WHERE "email" = '${name}@passkeys.example')`
  const [row] = await rowsOf(url, `SELECT COUNT(*) FROM "${table}" WHERE "userId" = ${owner}`)
  return Number(row?.[0])
}

/** Sends options requests from a network until it is refused. */
async function exhaust(site: string, address: string): Promise<void> {
  const path = "/api/auth/webauthn-options/passkey?action=authenticate"
  const statuses: number[] = []
  while (!statuses.includes(429)) {
    const visitors = Array.from({ length: 50 }, () => new Visitor(origin, address))
    const answers = await Promise.all(visitors.map((visitor) => visitor.ask(site, path)))
    statuses.push(...answers.map(({ status }) => status))
  }
}

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
    for (let i = 1; i < maxPasskeys; i++)
      expect(succeeded(await visitor.register(site.origin))).toBe(true)
    const answer = await visitor.register(site.origin)
    expect(answer.status).toBe(409)
    expect(answer.body.error).toBe("An account of the demo has at most 10 passkeys.")
  })

  test("an account has at most ten passkeys, also when the last come at once", async () => {
    const visitor = new Visitor(origin, "198.51.100.3")
    await visitor.register(site.origin, "ten-at-once")
    for (let i = 1; i < maxPasskeys - 1; i++)
      expect(succeeded(await visitor.register(site.origin))).toBe(true)
    const twins = [4, 5, 6, 7].map((last) => visitor.twin(`198.51.100.${last}`))
    const path = "/api/auth/webauthn-options/passkey?action=register"
    const options = await Promise.all(twins.map((twin) => twin.ask(site.origin, path)))
    const answers = await Promise.all(
      twins.map((twin, index) =>
        twin.finishRegistration(site.origin, options[index] as VisitorResponse),
      ),
    )
    const made = answers.filter(succeeded).length
    expect(made).toBeLessThanOrEqual(1)
    const others = answers.filter((answer) => !succeeded(answer))
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 409))
    const { rows } = (await visitor.ask(site.origin, "/api/demo/rows"))
      .body as unknown as RowsAnswer
    expect(rows?.Authenticator).toHaveLength(maxPasskeys - 1 + made)
    expect(rows?.Account).toHaveLength(maxPasskeys - 1 + made)
  })

  test.each([
    [
      "in parts",
      (visitor: Visitor, token: string) => {
        visitor.dropCookie("authjs.session-token")
        visitor.setCookie("authjs.session-token.1", token.slice(9))
        visitor.setCookie("authjs.session-token.0", token.slice(0, 9))
      },
    ],
    [
      "beside junk",
      (visitor: Visitor) => visitor.setCookie("__Secure-authjs.session-token", "junk"),
    ],
  ])("the limit of ten passkeys holds with a session cookie %s", async (how, change) => {
    const visitor = new Visitor(origin, "198.51.100.8")
    await visitor.register(site.origin, `cookie-${how.replace(" ", "-")}`)
    const token = String(visitor.cookie("authjs.session-token"))
    const statuses: number[] = []
    for (let i = 1; i < maxPasskeys + 2; i++) {
      change(visitor, token)
      statuses.push((await visitor.register(site.origin)).status)
    }
    expect(statuses).toEqual([...Array<number>(maxPasskeys - 1).fill(200), 409, 409])
  })

  test.each([
    ["another id than it made", () => ({ id: "AAAA", rawId: "AAAA" })],
    ["a URL that says error= to return to", () => ({})],
  ])("ten passkeys, also when what comes at once posts %s", async (how, posted) => {
    const visitor = new Visitor(origin, "198.51.100.9")
    const name = `at-once-${how.split(" ")[1]?.toLowerCase()}`
    await visitor.register(site.origin, name)
    for (let i = 1; i < maxPasskeys - 1; i++) await visitor.register(site.origin)
    if (how.includes("URL")) visitor.setCookie("authjs.callback-url", `${origin}/?error=x`)
    const twins = Array.from({ length: 8 }, () => visitor.twin())
    const path = "/api/auth/webauthn-options/passkey?action=register"
    const options = await Promise.all(twins.map((twin) => twin.ask(site.origin, path)))
    await Promise.all(
      twins.map((twin, index) =>
        twin.finishRegistration(site.origin, options[index] as VisitorResponse, posted()),
      ),
    )
    for (const table of ["Authenticator", "Account"])
      expect(await countOf(url, table, name)).toBeLessThanOrEqual(maxPasskeys)
  })

  test("passkeys with ids of 1,000 bytes count too, when they come at once", async () => {
    const visitor = new Visitor(origin, "198.51.100.10")
    await visitor.register(site.origin, "long-ids")
    for (let i = 1; i < maxPasskeys - 1; i++) await visitor.register(site.origin)
    const twins = Array.from({ length: 8 }, () => visitor.twin())
    const path = "/api/auth/webauthn-options/passkey?action=register"
    const options = await Promise.all(twins.map((twin) => twin.ask(site.origin, path)))
    await Promise.all(
      twins.map((twin, index) => {
        const { challenge } = options[index]?.body.options as unknown as { challenge: string }
        const credentialId = randomBytes(1_000)
        const authenticator = new SoftwareAuthenticator(origin, { credentialId })
        return twin.post(site.origin, "register", authenticator.create(challenge))
      }),
    )
    for (const table of ["Authenticator", "Account"])
      expect(await countOf(url, table, "long-ids")).toBeLessThanOrEqual(maxPasskeys)
  })

  test("an account keeps its newest sessions", async () => {
    const visitor = new Visitor(origin, "198.51.100.11")
    await visitor.register(site.origin, "many-sessions")
    const first = visitor.twin()
    for (let i = 0; i < maxSessions + 15; i++) {
      visitor.dropCookie("authjs.session-token")
      expect(succeeded(await visitor.signIn(site.origin))).toBe(true)
    }
    // Every tenth sign-in looks.
    expect(await countOf(url, "Session", "many-sessions")).toBeLessThan(maxSessions + 10)
    const { body } = await visitor.ask(site.origin, "/api/demo/rows")
    const { rows, currentSession } = body as unknown as RowsAnswer
    expect(rows?.Session).toHaveLength(maxSessions)
    // The newest is this one; the oldest has ended.
    expect(currentSession).toBe(maxSessions - 1)
    const answer = (await first.ask(site.origin, "/api/demo/rows")).body as unknown as RowsAnswer
    expect(answer.rows).toBeNull()
  })

  test("a class of forty behind one address gets through", async () => {
    const pupils = Array.from({ length: 40 }, () => new Visitor(origin, "198.51.100.40"))
    const all = async (work: (pupil: Visitor, index: number) => Promise<VisitorResponse>) => {
      // Ten at a time: nobody clicks at the same millisecond.
      for (let start = 0; start < pupils.length; start += 10) {
        const some = pupils.slice(start, start + 10)
        const answers = await Promise.all(some.map((pupil, i) => work(pupil, start + i)))
        expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
        expect(answers.every(succeeded)).toBe(true)
      }
    }
    await all((pupil, index) => pupil.register(site.origin, `pupil-${index}`))
    await all((pupil) => pupil.register(site.origin))
    for (let i = 0; i < 3; i++) {
      await all((pupil) => {
        // A sign-out, which needs a form token.
        pupil.dropCookie("authjs.session-token")
        return pupil.signIn(site.origin)
      })
    }
  })

  test("accounts are limited by address, before a passkey is made", async () => {
    const visitor = new Visitor(origin, "192.0.2.2")
    for (let i = 0; i < rateLimits.accounts.networks["/32"]; i++) {
      visitor.leave()
      expect(succeeded(await visitor.register(site.origin, `many-${i}`))).toBe(true)
    }
    visitor.leave()
    const query = "action=register&email=one-more@passkeys.example"
    const answer = await visitor.ask(site.origin, `/api/auth/webauthn-options/passkey?${query}`)
    expect(answer.status).toBe(429)
    const seconds = Number(answer.headers.get("retry-after"))
    expect(seconds).toBeGreaterThan(rateLimits.accounts.seconds - 600)
    expect(seconds).toBeLessThanOrEqual(rateLimits.accounts.seconds)
    expect(answer.body.error).toBe("There were too many attempts. Try again in 6 hours.")
    // Who has a passkey may still sign in and add another, and others may still register.
    expect(succeeded(await visitor.signIn(site.origin))).toBe(true)
    expect(succeeded(await visitor.register(site.origin))).toBe(true)
    const other = new Visitor(origin, "192.0.2.3")
    expect(succeeded(await other.register(site.origin, "somebody-else"))).toBe(true)
  })

  test("of accounts that are created at once, none is one too many", async () => {
    const address = "192.0.2.2"
    const limit = rateLimits.accounts.networks["/32"]
    await rowsOf(url, `UPDATE "DemoLimit" SET "points" = ${limit - 2} WHERE "key" LIKE 'accounts%'`)
    // This process has seen the limit reached, and remembers it. Another has not.
    const other = await startSite({ ...proxied, DATABASE_URL: url })
    try {
      const visitors = Array.from({ length: 6 }, () => new Visitor(origin, address))
      const options = await Promise.all(
        visitors.map((visitor, i) =>
          visitor.ask(
            other.origin,
            `/api/auth/webauthn-options/passkey?action=register&email=at-once-${i}@passkeys.example`,
          ),
        ),
      )
      const before = (await countRows(url)).User ?? 0
      const answers = await Promise.all(
        visitors.map((visitor, i) =>
          visitor.finishRegistration(other.origin, options[i] as VisitorResponse),
        ),
      )
      expect(answers.filter(succeeded)).toHaveLength(2)
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(4)
      expect((await countRows(url)).User).toBe(before + 2)
    } finally {
      await other.stop()
    }
  })

  test("ceremonies are limited by network, and exactly, also those that come at once", async () => {
    const path = "/api/auth/webauthn-options/passkey?action=authenticate"
    const { networks } = rateLimits.ceremonies
    const statuses: number[] = []
    // A /64 of IPv6 is one visitor, and a /56 not much more.
    const askFrom = async (subnet: string, count: number) => {
      for (let sent = 0; sent < count; sent += 100) {
        const some = Array.from({ length: 100 }, (_, i) => `2001:db8:0:${subnet}::${sent + i}`)
        const answers = await Promise.all(
          some.map((address) => new Visitor(origin, address).ask(site.origin, path)),
        )
        statuses.push(...answers.map(({ status }) => status))
      }
    }
    const letIn = () => statuses.filter((status) => status === 200).length
    await askFrom("7", networks["/64"] - 50 + 200)
    expect(letIn()).toBe(networks["/64"])
    await askFrom("8", 200)
    expect(letIn()).toBe(networks["/64"] + 200)
    await askFrom("9", 200)
    // What came too late from the first /64 may have counted for the /56, if it came at once.
    expect(letIn()).toBeLessThanOrEqual(networks["/56"])
    expect(letIn()).toBeGreaterThanOrEqual(networks["/56"] - 100)
    expect([...new Set(statuses)].sort()).toEqual([200, 429])
    // The next /56 of the same /48.
    await expect(
      new Visitor(origin, "2001:db8:0:107::1").ask(site.origin, path),
    ).resolves.toMatchObject({ status: 200 })
  })

  test("whoever has signed in before gets through while their network is refused", async () => {
    const address = "2001:db8:0:207::1"
    const known = new Visitor(origin, address)
    expect(succeeded(await known.register(site.origin, "known"))).toBe(true)
    await exhaust(site.origin, address)
    const stranger = new Visitor(origin, address)
    expect((await stranger.register(site.origin, "stranger")).status).toBe(429)
    known.dropCookie("authjs.session-token")
    expect(succeeded(await known.signIn(site.origin))).toBe(true)
    // For them, too, there is an end.
    const path = "/api/auth/webauthn-options/passkey?action=authenticate"
    const statuses = new Set<number>()
    for (let i = 0; i < rateLimits.ceremonies.passkey; i++)
      statuses.add((await known.ask(site.origin, path)).status)
    expect([...statuses]).toEqual([200, 429])
  })

  test("rows are limited", async () => {
    const visitor = new Visitor(origin, "2001:db8:0:307::1")
    await visitor.register(site.origin, "asks-for-rows")
    const statuses = new Set<number>()
    for (let i = 0; i <= rateLimits.rows.passkey; i++)
      statuses.add((await visitor.ask(site.origin, "/api/demo/rows")).status)
    expect([...statuses]).toEqual([200, 429])
  })

  test("no address is stored", async () => {
    const rows = JSON.stringify(await rowsOf(url, 'SELECT * FROM "DemoLimit"'))
    expect(rows).toContain("ceremonies new /32 ")
    expect(rows).not.toMatch(/192\.0\.2|2001:db8/)
  })
})

test("without a proxy, nobody can say where they come from", async () => {
  const site = await startSite({ DATABASE_URL: folder.sqlite("direct") })
  try {
    const path = "/api/auth/webauthn-options/passkey?action=authenticate"
    const statuses = new Set<number>()
    for (let i = 0; i <= rateLimits.ceremonies.networks["/32"]; i++)
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
    for (let i = 0; i <= rateLimits.ceremonies.networks["/32"]; i++)
      expect((await new Visitor(site.origin).ask(site.origin, path)).status).toBe(200)
  } finally {
    await site.stop()
  }
})
