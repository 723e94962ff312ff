import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { maxAccounts } from "../../demo/live/server/limits/max-accounts"
import { countRows, rowsOf } from "../support/database-rows"
import { createPostgresqlDatabase } from "../support/shared-databases"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { succeeded, Visitor } from "../support/visitor"
import { startFlood } from "./flood"
import { origin, proxied } from "./limited-site"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
})

afterAll(async () => {
  await folder.remove()
})

test.each([
  ["SQLite", () => folder.sqlite("flood")],
  ["PostgreSQL", () => createPostgresqlDatabase("flood")],
])("on %s, a flood keeps out neither newcomers nor those with a passkey", async (_, create) => {
  const url = await create()
  const site = await startSite({ ...proxied, DATABASE_URL: url })
  try {
    const member = new Visitor(origin, "198.51.100.1")
    expect(succeeded(await member.register(site.origin, "member"))).toBe(true)
    member.leave()
    // Sixty addresses in as many networks.
    const addresses = Array.from({ length: 60 }, (_, i) => `203.0.${i}.7`)
    const flood = startFlood({ site: site.origin, addresses })
    const deadline = Date.now() + 60_000
    // More bogus registrations than all visitors together were once allowed.
    while (flood.counts().posts < 400 && Date.now() < deadline) await wait(50)
    const newcomer = new Visitor(origin, "192.0.2.1")
    const registered = await newcomer.register(site.origin, "newcomer")
    const signedIn = await member.signIn(site.origin)
    const { posts, options, statuses } = await flood.stop()
    expect(posts).toBeGreaterThanOrEqual(400)
    expect(options).toBeGreaterThanOrEqual(390)
    expect(registered.status).toBe(200)
    expect(succeeded(registered)).toBe(true)
    expect(succeeded(signedIn)).toBe(true)
    expect(statuses[0] ?? 0).toBe(0)
    expect((await countRows(url)).User).toBe(2)
  } finally {
    await site.stop()
  }
})

test("a flood is counted, and is one line in the log", async () => {
  const METRICS_TOKEN = "a-token-of-these-tests"
  const site = await startSite({ ...proxied, METRICS_TOKEN, DATABASE_URL: folder.sqlite("log") })
  try {
    const flood = startFlood({ site: site.origin, addresses: ["192.0.2.10"] })
    const refused = () => flood.counts().statuses[429] ?? 0
    const deadline = Date.now() + 60_000
    while (refused() < 500 && Date.now() < deadline) await wait(50)
    const { statuses } = await flood.stop()
    const authorization = `Bearer ${METRICS_TOKEN}`
    const metrics = await fetch(`${site.origin}/api/metrics`, { headers: { authorization } })
    const early = /^guide_early_refusals_total (\d+)$/m.exec(await metrics.text())?.[1]
    // Those that had been let in when the limit was reached are counted as requests of ceremonies.
    expect(Number(early)).toBeGreaterThanOrEqual((statuses[429] ?? 0) - 8)
    expect(Number(early)).toBeLessThanOrEqual(statuses[429] ?? 0)

    const lines = site.output().match(/^\{.*\}$/gm) ?? []
    const ofLimits = lines.filter((line) => line.includes('"limit"'))
    expect(ofLimits.map((line): unknown => JSON.parse(line))).toEqual([
      {
        time: expect.any(String),
        limit: "ceremonies",
        counted: "/32",
        refusedForMs: expect.any(Number),
      },
    ])
    const answered = Object.values(statuses).reduce((sum, some) => sum + some, 0)
    expect(lines).toHaveLength(answered - (statuses[429] ?? 0) + 1)
    expect(site.output()).not.toContain("192.0.2.10")
  } finally {
    await site.stop()
  }
})

test("bogus registrations do not use up a class's accounts", async () => {
  const site = await startSite({ ...proxied, DATABASE_URL: folder.sqlite("class") })
  try {
    const address = "192.0.2.9"
    const flood = startFlood({ site: site.origin, addresses: [address], clients: 2 })
    while (flood.counts().posts < 60) await wait(20)
    await flood.stop()
    const pupil = new Visitor(origin, address)
    expect(succeeded(await pupil.register(site.origin, "pupil"))).toBe(true)
  } finally {
    await site.stop()
  }
})

test("a demo full of accounts says so to newcomers, and lets its members in", async () => {
  const url = folder.sqlite("full")
  const first = await startSite({ ...proxied, DATABASE_URL: url })
  const member = new Visitor(origin, "192.0.2.20")
  await member.register(first.origin, "member")
  await first.stop()
  await rowsOf(
    url,
    `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${maxAccounts})
     INSERT INTO "User" ("id", "createdAt", "updatedAt")
     SELECT 'filled-' || n, strftime('%Y-%m-%dT%H:%M:%fZ'), strftime('%Y-%m-%dT%H:%M:%fZ') FROM numbers`,
  )
  const site = await startSite({ ...proxied, DATABASE_URL: url })
  try {
    const newcomer = new Visitor(origin, "192.0.2.21")
    const { status, headers, body } = await newcomer.register(site.origin, "newcomer")
    expect(status).toBe(503)
    expect(headers.get("retry-after")).toBe("600")
    expect(body.error).toContain("The demo is full: it has 100,000 accounts.")
    expect(succeeded(await member.register(site.origin))).toBe(true)
    member.leave()
    expect(succeeded(await member.signIn(site.origin))).toBe(true)
  } finally {
    await site.stop()
  }
})
