import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { whatIsLeft } from "../support/busy-people"
import { watchPage } from "../support/page-watch"
import { createPostgresqlDatabase } from "../support/shared-databases"
import { startSite } from "../support/site"
import { startSlowProxy } from "../support/slow-proxy"
import { succeeded, Visitor, type VisitorResponse } from "../support/visitor"

/** How long the database takes for each statement, in milliseconds. */
const slowMs = 2_000
/** After this time, in milliseconds, everybody has been told something: the site gives up after 8 seconds. */
const latestMs = 11_000

let proxy: Awaited<ReturnType<typeof startSlowProxy>>
let site: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  proxy = await startSlowProxy(await createPostgresqlDatabase("slow"))
  site = await startSite({ DATABASE_URL: proxy.url })
})

afterAll(async () => {
  proxy?.delay(0)
  await site?.stop()
  await proxy?.stop()
})

test("a database that takes 2 seconds for each statement: told in time, nothing lost, nobody half there", async () => {
  const { origin } = site
  const people = Array.from({ length: 4 }, () => new Visitor(origin))
  for (const [i, person] of people.entries()) {
    expect(succeeded(await person.register(origin, `before-${i}`))).toBe(true)
    person.leave()
  }
  proxy.delay(slowMs)
  const endWatch = watchPage(origin)
  const registered = people.map((_, i) => `before-${i}@passkeys.example`)
  const answers: [string, VisitorResponse, number][] = []
  const timed = async (what: string, request: Promise<VisitorResponse>) => {
    const start = performance.now()
    const answer = await request
    answers.push([what, answer, performance.now() - start])
    return answer
  }
  const path = "/api/auth/webauthn-options/passkey?action="
  await Promise.all([
    ...people.map(async (person) => {
      const options = await timed("options", person.ask(origin, `${path}authenticate`))
      if (options.status === 200) await timed("sign-in", person.finishSignIn(origin, options))
    }),
    ...[0, 1, 2, 3].map(async (i) => {
      const newcomer = new Visitor(origin)
      const email = `slow-${i}@passkeys.example`
      const options = await timed("options", newcomer.ask(origin, `${path}register&email=${email}`))
      if (options.status !== 200) return
      const answer = await timed("registration", newcomer.finishRegistration(origin, options))
      if (succeeded(answer)) registered.push(email)
    }),
  ])
  for (const [what, { status, headers, body }, tookMs] of answers) {
    expect([what, [200, 503].includes(status) || status]).toEqual([what, true])
    expect([what, tookMs < latestMs || tookMs]).toEqual([what, true])
    if (status === 503) expect([what, headers.get("retry-after")]).toEqual([what, "5"])
    if (status === 503) expect(body.error).toContain("Try again in a moment.")
  }
  expect(answers.some(([what]) => what === "sign-in")).toBe(true)
  expect(answers.some(([what]) => what === "registration")).toBe(true)
  expect((await fetch(`${origin}/api/health`)).status).toBe(503)
  // A static page needs no database.
  expect(await endWatch()).toBeLessThan(slowMs)

  proxy.delay(0)
  for (let i = 0; i < 100 && !(await fetch(`${origin}/api/health`)).ok; i++) await wait(100)
  for (const person of people) {
    person.leave()
    expect(succeeded(await person.signIn(origin))).toBe(true)
  }
  expect(succeeded(await new Visitor(origin).register(origin, "after"))).toBe(true)
  expect(await whatIsLeft(proxy.url, registered)).toEqual({ rowsLost: 0, orphans: 0 })
})
