import { afterAll, beforeAll, expect, test } from "vitest"
import { rateLimits } from "../../demo/live/server/limits/rate-limits"
import { countRows, rowsOf } from "../support/database-rows"
import { createPostgresqlDatabase } from "../support/shared-databases"
import { startSite } from "../support/site"
import { succeeded, Visitor } from "../support/visitor"

/** What stands in front of both processes, and hands each request to one of them. */
const origin = "http://localhost:4000"
let environment: Record<string, string>
let sites: Awaited<ReturnType<typeof startSite>>[]

beforeAll(async () => {
  const DATABASE_URL = await createPostgresqlDatabase("two")
  environment = { DATABASE_URL, AUTH_URL: origin, TRUST_PROXY: "1", AUTH_SECRET: "s".repeat(32) }
  sites = await Promise.all([startSite(environment), startSite(environment)])
})

afterAll(async () => {
  await Promise.all(sites.map((site) => site.stop()))
})

/** Runs work for 0 … count - 1, some at a time, in the middle `interrupt` once. */
async function run(count: number, work: (i: number) => Promise<void>, interrupt?: () => void) {
  let next = 0
  const worker = async () => {
    for (let i = next++; i < count; i = next++) {
      if (i === Math.floor(count / 3)) interrupt?.()
      await work(i)
    }
  }
  await Promise.all(Array.from({ length: 8 }, worker))
}

test("1,000 ceremonies over two processes, one of which is killed and restarted", async () => {
  const tries = 350
  /** Those whose registration was answered with success: they must be able to sign in. */
  const registered: Visitor[] = []
  const outcomes: Record<string, number> = {}
  const count = (what: string) => (outcomes[what] = (outcomes[what] ?? 0) + 1)
  const siteFor = (i: number) => sites[i % 2]?.origin ?? ""
  let restarted: Promise<unknown> = Promise.resolve()
  const interrupt = () => {
    restarted = (async () => {
      await sites[1]?.kill()
      sites[1] = await startSite(environment)
    })()
  }

  await run(
    tries,
    async (i) => {
      // Each from an address of its own: no limit ends this.
      const visitor = new Visitor(origin, `198.51.${100 + (i >> 8)}.${i & 255}`)
      const answer = await visitor.register(siteFor(i), `visitor-${i}`).catch(() => undefined)
      if (!answer) count("cut off")
      else if (succeeded(answer)) registered.push(visitor)
      else count(`registration ${answer.status}`)
    },
    interrupt,
  )
  await restarted
  // Nobody was refused. What the kill cut off may have been stored all the same.
  expect(registered.length + (outcomes["cut off"] ?? 0)).toBe(tries)
  expect(registered.length).toBeGreaterThan(tries / 2)

  const signIns = 1_000 - registered.length
  let signedIn = 0
  await run(
    signIns,
    async (i) => {
      const visitor = registered[i % registered.length]
      if (!visitor) return
      for (let attempt = 0; attempt < 3; attempt++) {
        // One visitor takes one process after the other, as a proxy would.
        const answer = await visitor.signIn(siteFor(i + attempt)).catch(() => undefined)
        if (answer && succeeded(answer)) return void signedIn++
        count(
          answer ? `sign-in ${answer.status} ${answer.body.error ?? answer.body.url}` : "cut off",
        )
      }
    },
    interrupt,
  )
  await restarted
  console.log(`${registered.length} registered, ${signedIn} signed in, ${JSON.stringify(outcomes)}`)
  expect(signedIn).toBe(signIns)

  // Nobody is lost, and nobody is half there.
  const url = environment.DATABASE_URL ?? ""
  const rows = await countRows(url)
  expect(rows.User).toBeGreaterThanOrEqual(registered.length)
  expect(rows.Authenticator).toBe(rows.User)
  expect(rows.Account).toBe(rows.User)
  // Each that was told of its success was counted once, by whichever process. What the kill cut off
  // may have been stored and not counted.
  const [[counted] = []] = await rowsOf(
    url,
    `SELECT SUM("points") FROM "DemoLimit" WHERE "key" LIKE 'accounts new /32 %'`,
  )
  expect(Number(counted)).toBeGreaterThanOrEqual(registered.length)
  expect(Number(counted)).toBeLessThanOrEqual(rows.User ?? 0)
  // Two thousand requests and two starts take a busy machine minutes.
}, 300_000)

test("two processes share a limit, exactly", async () => {
  const path = "/api/auth/webauthn-options/passkey?action=authenticate"
  const ask = async (i: number) => {
    const visitor = new Visitor(origin, "192.0.2.77")
    return (await visitor.ask(sites[i % 2]?.origin ?? "", path)).status
  }
  expect(await ask(0)).toBe(200)
  // As if most of it had been used up. To use it up takes longer on a busy machine than a count lasts.
  const left = 50
  const used = rateLimits.ceremonies.networks["/32"] - left
  await rowsOf(
    environment.DATABASE_URL ?? "",
    `UPDATE "DemoLimit" SET "points" = ${used} WHERE "key" LIKE 'ceremonies new /32 %'`,
  )
  let letIn = 0
  await run(left * 3, async (i) => {
    if ((await ask(i)) === 200) letIn++
  })
  expect(letIn).toBe(left)
})
