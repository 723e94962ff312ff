import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { databaseOf } from "../../../demo/live/server/database-url"
import { makeLimitedApp, type LimitedProcess } from "../../support/limited-app"
import type { Engine } from "../engines/engine"
import { execute } from "../execute"

// On a busy machine, five requests may take seconds.
const limit = { points: 5, seconds: 10 }

/** What `prisma migrate dev` makes of the model: Prisma's engine from npm does not speak MySQL. */
const types = {
  sqlite: { key: "TEXT", time: "DATETIME" },
  postgresql: { key: "TEXT", time: "TIMESTAMP(3)" },
  mysql: { key: "VARCHAR(191)", time: "DATETIME(3)" },
}

/** An address that nothing has been counted for. */
let networks = 0
const newAddress = () => `192.0.2.${++networks}`

/** Holds the limits of demo/recipes/rate-limits to what /production says, with two processes. */
export function describeRateLimits(startEngine: () => Promise<Engine>, unreachable: string) {
  describe("rate limits", () => {
    let engine: Engine
    let app: Awaited<ReturnType<typeof makeLimitedApp>>
    let first: LimitedProcess
    let second: LimitedProcess

    beforeAll(async () => {
      engine = await startEngine()
      const { key, time } = types[databaseOf(engine.url)]
      await execute(
        engine.url,
        `CREATE TABLE "RateLimit" ("key" ${key} NOT NULL PRIMARY KEY, "points" INTEGER NOT NULL, "expire" ${time});
         CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");`,
      )
      app = await makeLimitedApp(engine.url, limit)
      const started = await Promise.all([app.start(), app.start()])
      ;[first, second] = started
      // The first query of a process takes longest.
      await Promise.all(started.map((process) => process.ask(newAddress())))
    })
    afterAll(async () => {
      await Promise.all([first?.stop(), second?.stop()])
      await app?.remove()
      await engine?.stop()
    })

    /** Uses up the limit of an address. */
    async function useUp(address: string) {
      for (let count = 0; count < limit.points; count++)
        expect((await first.ask(address)).status).toBe(200)
    }

    test("one network is limited in both processes, and another is not", async () => {
      const address = newAddress()
      await useUp(address)
      for (const limited of [first, second]) {
        const response = await limited.ask(address)
        expect(response.status).toBe(429)
        const seconds = Number(response.headers.get("Retry-After"))
        expect(seconds).toBeGreaterThanOrEqual(1)
        expect(seconds).toBeLessThanOrEqual(limit.seconds)
      }
      expect((await second.ask(newAddress())).status).toBe(200)
    })

    test("both steps of a ceremony count, and nothing else does", async () => {
      const address = newAddress()
      for (let count = 0; count < limit.points * 2; count++)
        expect((await first.ask(address, "session")).status).toBe(200)
      await useUp(address)
      expect((await first.ask(address, "callback/passkey", "POST")).status).toBe(429)
      expect((await first.ask(address, "callback//passkey/", "POST")).status).toBe(429)
      expect((await first.ask(address, "callback/github")).status).toBe(200)
      expect((await first.ask(address, "session")).status).toBe(200)
    })

    test("the limit ends after the time that Retry-After names", async () => {
      const address = newAddress()
      await useUp(address)
      const seconds = Number((await second.ask(address)).headers.get("Retry-After"))
      await wait(seconds * 1_000)
      expect((await first.ask(address)).status).toBe(200)
      expect((await second.ask(address)).status).toBe(200)
    })

    test("what a client writes into X-Forwarded-For makes no difference", async () => {
      const address = newAddress()
      await useUp(address)
      for (const forged of ["203.0.113.1", "::1", "unknown", ", ,", "x".repeat(2_000)])
        expect((await first.ask(`${forged}, ${address}`)).status).toBe(429)
    })

    test.each([
      ["a /64", "2001:db8:0:1::1", "2001:db8:0:1:ffff::2"],
      ["an address with ports", "198.51.100.1:4711", "198.51.100.1:4712"],
      ["an IPv6 address with ports", "[2001:db8:0:2::1]:4711", "2001:db8:0:2::2"],
      ["an IPv4 address in two forms", "198.51.100.2", "::ffff:198.51.100.2"],
      ["what came through no proxy", "no address", "none either"],
    ])("%s is one network", async (_, one, other) => {
      await useUp(one)
      expect((await second.ask(other)).status).toBe(429)
    })

    test("the next /64 is another network", async () => {
      await useUp("2001:db8:0:3::1")
      expect((await second.ask("2001:db8:0:4::1")).status).toBe(200)
    })

    test("of requests that come at once to both, no more are let in than the limit", async () => {
      const address = newAddress()
      const responses = await Promise.all(
        Array.from({ length: 40 }, (_, index) => (index % 2 ? first : second).ask(address)),
      )
      const letIn = responses.filter(({ status }) => status === 200)
      const rejected = responses.filter(({ status }) => status === 429)
      expect(first.output() + second.output()).toBe("")
      expect([letIn.length, rejected.length]).toEqual([limit.points, 40 - limit.points])
    })

    test("without a proxy, no X-Forwarded-For that a client writes gets around the limit", async () => {
      // Its first answers may take longer than the limit of the others lasts.
      const unproxied = await makeLimitedApp(engine.url, { ...limit, seconds: 50, proxyCount: 0 })
      const server = await unproxied.start()
      try {
        for (let count = 0; count < limit.points; count++) await server.ask(newAddress())
        expect((await server.ask(newAddress())).status).toBe(429)
      } finally {
        await server.stop()
        await unproxied.remove()
      }
    })

    test("on the Pages Router, the API route has the same limit", async () => {
      const other = await makeLimitedApp(engine.url, limit, "pages")
      const server = await other.start()
      try {
        const address = newAddress()
        await useUp(address)
        const response = await server.ask(address)
        expect(response.status).toBe(429)
        expect(Number(response.headers.get("Retry-After"))).toBeGreaterThanOrEqual(1)
        expect((await server.ask(address, "callback/passkey", "POST")).status).toBe(429)
        expect((await server.ask(newAddress())).status).toBe(200)
        expect((await server.ask(address, "session")).status).toBe(200)
      } finally {
        await server.stop()
        await other.remove()
      }
    })

    test("while the database is out of reach, the answer is 503 with Retry-After", async () => {
      const lost = await app.start(unreachable)
      try {
        const response = await lost.ask(newAddress())
        expect(response.status).toBe(503)
        expect(response.headers.get("Retry-After")).toBe("5")
        expect(lost.output()).toContain("The request could not be counted:")
        expect((await lost.ask(newAddress(), "session")).status).toBe(200)
      } finally {
        await lost.stop()
      }
    })
  })
}
