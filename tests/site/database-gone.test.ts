import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startPostgresql } from "../support/postgresql-server"
import { startSite } from "../support/site"
import { succeeded, Visitor } from "../support/visitor"

let postgresql: Awaited<ReturnType<typeof startPostgresql>>
const sites: Awaited<ReturnType<typeof startSite>>[] = []

beforeAll(async () => {
  postgresql = await startPostgresql()
  const DATABASE_URL = await postgresql.createDatabase("gone")
  // Where limits are on they notice first. Without, Auth.js does.
  sites.push(
    await startSite({ DATABASE_URL }),
    await startSite({ DATABASE_URL, DEMO_LIMITS: "off" }),
  )
})

afterAll(async () => {
  await Promise.all(sites.map((site) => site.stop()))
  await postgresql?.stop()
})

test("the database goes and comes back: 503 meanwhile, the guide reads, no restart", async () => {
  const visitors = sites.map(({ origin }) => ({ origin, visitor: new Visitor(origin) }))
  for (const [i, { origin, visitor }] of visitors.entries())
    expect(succeeded(await visitor.register(origin, `before-${i}`))).toBe(true)
  const half = await Promise.all(
    sites.map(async ({ origin }, i) => {
      const visitor = new Visitor(origin)
      const query = `action=register&email=half-${i}@passkeys.example`
      const options = await visitor.ask(origin, `/api/auth/webauthn-options/passkey?${query}`)
      expect(options.status).toBe(200)
      return { origin, visitor, options }
    }),
  )

  await postgresql.halt()
  // Health asks the database once a second.
  await wait(1_000)
  for (const { origin, visitor } of visitors) {
    const answers = {
      health: await visitor.ask(origin, "/api/health"),
      session: await visitor.ask(origin, "/api/auth/session"),
      options: await visitor.ask(origin, "/api/auth/webauthn-options/passkey?action=register"),
      rows: await visitor.ask(origin, "/api/demo/rows"),
      erase: await visitor.ask(origin, "/api/demo/account", { method: "DELETE" }),
    }
    for (const [what, { status, headers, body }] of Object.entries(answers)) {
      expect([what, status]).toEqual([what, 503])
      expect([what, headers.get("retry-after")]).toEqual([what, "5"])
      if (what !== "health")
        expect(body.error).toBe("The database is unavailable. Try again in a moment.")
    }
    expect((await fetch(origin)).status).toBe(200)
    expect((await fetch(`${origin}/install`)).status).toBe(200)
  }
  for (const { origin, visitor, options } of half)
    expect((await visitor.finishRegistration(origin, options)).status).toBe(503)

  await postgresql.resume()
  for (const { origin, visitor } of visitors) {
    for (let i = 0; i < 50 && !(await fetch(`${origin}/api/health`)).ok; i++) await wait(100)
    expect((await visitor.ask(origin, "/api/demo/rows")).body.rows).toMatchObject({
      Authenticator: [{ counter: expect.any(Number) }],
    })
    visitor.leave()
    expect(await visitor.signIn(origin)).toMatchObject({ status: 200, body: { url: origin } })
  }
  for (const site of sites) expect(site.output()).not.toMatch(/before-\d|postgres:postgres/)
})
