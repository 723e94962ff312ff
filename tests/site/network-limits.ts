import { expect, test } from "vitest"
import { rateLimits } from "../../demo/live/server/limits/rate-limits"
import { countRows, rowsOf } from "../support/database-rows"
import { startSite } from "../support/site"
import { succeeded, Visitor, type VisitorResponse } from "../support/visitor"
import { inBatches } from "./batches"
import { origin, proxied, type LimitedSite } from "./limited-site"

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

/** How often something may happen from one address, one network, or with one passkey. */
export function describeNetworkLimits(on: LimitedSite) {
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
    await all((pupil, index) => pupil.register(on.site.origin, `pupil-${index}`))
    await all((pupil) => pupil.register(on.site.origin))
    for (let i = 0; i < 3; i++) {
      await all((pupil) => {
        // A sign-out, which needs a form token.
        pupil.dropCookie("authjs.session-token")
        return pupil.signIn(on.site.origin)
      })
    }
  })

  test("accounts are limited by address, before a passkey is made", async () => {
    const visitor = new Visitor(origin, "192.0.2.2")
    expect(succeeded(await visitor.register(on.site.origin, "many"))).toBe(true)
    const others = await inBatches(rateLimits.accounts.networks["/32"] - 1, 10, (i) =>
      new Visitor(origin, "192.0.2.2").register(on.site.origin, `many-${i}`),
    )
    expect(others.filter(succeeded)).toHaveLength(others.length)
    visitor.leave()
    const query = "action=register&email=one-more@passkeys.example"
    const answer = await visitor.ask(on.site.origin, `/api/auth/webauthn-options/passkey?${query}`)
    expect(answer.status).toBe(429)
    const seconds = Number(answer.headers.get("retry-after"))
    expect(seconds).toBeGreaterThan(rateLimits.accounts.seconds - 600)
    expect(seconds).toBeLessThanOrEqual(rateLimits.accounts.seconds)
    expect(answer.body.error).toBe("There were too many attempts. Try again in 6 hours.")
    // Who has a passkey may still sign in and add another, and others may still register.
    expect(succeeded(await visitor.signIn(on.site.origin))).toBe(true)
    expect(succeeded(await visitor.register(on.site.origin))).toBe(true)
    const other = new Visitor(origin, "192.0.2.3")
    expect(succeeded(await other.register(on.site.origin, "somebody-else"))).toBe(true)
  })

  test("of accounts that are created at once, none is one too many", async () => {
    const address = "192.0.2.2"
    const limit = rateLimits.accounts.networks["/32"]
    await rowsOf(
      on.url,
      `UPDATE "DemoLimit" SET "points" = ${limit - 2} WHERE "key" LIKE 'accounts%'`,
    )
    // This process has seen the limit reached, and remembers it. Another has not.
    const other = await startSite({ ...proxied, DATABASE_URL: on.url })
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
      const before = (await countRows(on.url)).User ?? 0
      const answers = await Promise.all(
        visitors.map((visitor, i) =>
          visitor.finishRegistration(other.origin, options[i] as VisitorResponse),
        ),
      )
      expect(answers.filter(succeeded)).toHaveLength(2)
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(4)
      expect((await countRows(on.url)).User).toBe(before + 2)
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
          some.map((address) => new Visitor(origin, address).ask(on.site.origin, path)),
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
      new Visitor(origin, "2001:db8:0:107::1").ask(on.site.origin, path),
    ).resolves.toMatchObject({ status: 200 })
  })

  test("whoever has signed in before gets through while their network is refused", async () => {
    const address = "2001:db8:0:207::1"
    const known = new Visitor(origin, address)
    expect(succeeded(await known.register(on.site.origin, "known"))).toBe(true)
    await exhaust(on.site.origin, address)
    const stranger = new Visitor(origin, address)
    expect((await stranger.register(on.site.origin, "stranger")).status).toBe(429)
    known.dropCookie("authjs.session-token")
    expect(succeeded(await known.signIn(on.site.origin))).toBe(true)
    // For them, too, there is an end.
    const path = "/api/auth/webauthn-options/passkey?action=authenticate"
    const statuses = new Set<number>()
    for (let i = 0; i < rateLimits.ceremonies.passkey; i++)
      statuses.add((await known.ask(on.site.origin, path)).status)
    expect([...statuses]).toEqual([200, 429])
  })

  test("rows are limited", async () => {
    const visitor = new Visitor(origin, "2001:db8:0:307::1")
    await visitor.register(on.site.origin, "asks-for-rows")
    const statuses = new Set<number>()
    for (let i = 0; i <= rateLimits.rows.passkey; i++)
      statuses.add((await visitor.ask(on.site.origin, "/api/demo/rows")).status)
    expect([...statuses]).toEqual([200, 429])
  })

  test("no address is stored", async () => {
    const rows = JSON.stringify(await rowsOf(on.url, 'SELECT * FROM "DemoLimit"'))
    expect(rows).toContain("ceremonies new /32 ")
    expect(rows).not.toMatch(/192\.0\.2|2001:db8/)
  })

  test("a count that ends further ahead than counts last is over: the clock was ahead", async () => {
    const visitor = new Visitor(origin, "203.0.113.200")
    const path = "/api/auth/webauthn-options/passkey?action=authenticate"
    expect((await visitor.ask(on.site.origin, path)).status).toBe(200)
    // What a process has written whose clock was a day ahead, and that was stopped since.
    await rowsOf(
      on.url,
      `UPDATE "DemoLimit" SET "points" = 100000, "expire" = "expire" + 86400000
       WHERE "key" LIKE 'ceremonies new %' OR "key" LIKE 'accounts new %'`,
    )
    expect((await visitor.ask(on.site.origin, path)).status).toBe(200)
    expect(succeeded(await visitor.register(on.site.origin, "clock-ahead"))).toBe(true)
  })
}
