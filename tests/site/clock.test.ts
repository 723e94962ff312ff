import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { rateLimits } from "../../demo/live/server/limits/rate-limits"
import { locked } from "../support/database-faults"
import { countRows, rowsOf } from "../support/database-rows"
import { startSite } from "../support/site"
import { dayMs, hourMs, makeSteppedClock } from "../support/stepped-clock"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { succeeded, Visitor } from "../support/visitor"
import { origin, proxied } from "./limited-site"

// What people meet when the clock of the machine is set forward or back while they use the site.

const optionsToSignIn = "/api/auth/webauthn-options/passkey?action=authenticate"
/** So that accounts are looked at every 6 seconds. */
const DEMO_LIFETIME_HOURS = String(60 / 3_600)
const eraseIntervalMs = 6_000

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let clock: Awaited<ReturnType<typeof makeSteppedClock>>
let url: string
let site: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  clock = await makeSteppedClock()
  url = folder.sqlite("clock")
  const environment = { ...proxied, ...clock.environment, DEMO_LIFETIME_HOURS }
  site = await startSite({ ...environment, DATABASE_URL: url })
})

afterAll(async () => {
  await site?.stop()
  await clock?.remove()
  await folder.remove()
})

beforeEach(() => clock.step(0))

test("a clock that is wrong for a while costs nobody their account", async () => {
  const steps = [hourMs, dayMs, -hourMs, -dayMs]
  for (const [i, stepMs] of steps.entries()) {
    const person = new Visitor(origin, `192.0.2.${i + 1}`)
    expect(succeeded(await person.register(site.origin, `step-${i}`))).toBe(true)
    const options = await person.ask(site.origin, optionsToSignIn)
    expect(options.status).toBe(200)
    await clock.step(stepMs)
    await wait(50)
    // A challenge lasts 15 minutes. One that has expired is an ordinary mistake.
    const finished = await person.finishSignIn(site.origin, options)
    expect([stepMs, finished.status]).toEqual([stepMs, 200])
    if (stepMs < 0) expect(succeeded(finished)).toBe(true)
    expect(succeeded(await person.signIn(site.origin))).toBe(true)
    if (stepMs === dayMs) await wait(eraseIntervalMs + 1_000)
    await clock.step(0)
    await wait(50)
    expect(succeeded(await person.signIn(site.origin))).toBe(true)
  }
  expect(await countRows(url)).toMatchObject({ User: 4, Account: 4, Authenticator: 4 })
})

test("a limit that was reached ends when it would have, though the clock was set back", async () => {
  const { seconds } = rateLimits.ceremonies
  const visitor = new Visitor(origin, "198.51.100.9")
  expect((await visitor.ask(site.origin, optionsToSignIn)).status).toBe(200)
  await rowsOf(
    url,
    `UPDATE "DemoLimit" SET "points" = 10000 WHERE "key" LIKE 'ceremonies new /32 %'`,
  )
  const refused = await visitor.ask(site.origin, optionsToSignIn)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(seconds)
  await clock.step(-dayMs)
  await wait(50)
  const later = await visitor.ask(site.origin, optionsToSignIn)
  expect(later.status).toBe(429)
  expect(Number(later.headers.get("retry-after"))).toBeLessThanOrEqual(seconds)
})

test("health asks the database again, though the clock was set back", async () => {
  const health = () => fetch(`${site.origin}/api/health`).then(({ status }) => status)
  const until = async (wanted: number) => {
    const end = performance.now() + 15_000
    while ((await health()) !== wanted && performance.now() < end) await wait(100)
    return health()
  }
  const unlock = await locked(url, site)
  expect(await until(503)).toBe(503)
  await clock.step(-hourMs)
  await unlock()
  expect(await until(200)).toBe(200)
})

// The last one: the site is gone afterwards.
test("a site that was told to stop stops, though the clock was set back", async () => {
  await new Visitor(origin, "192.0.2.99").ask(site.origin, optionsToSignIn)
  const stopped = site.terminate()
  await wait(500)
  await clock.step(-hourMs)
  expect(await Promise.race([stopped, wait(15_000, "still running", { ref: false })])).toBe(0)
})
