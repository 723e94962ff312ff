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
  const path = "/api/auth/webauthn-options/passkey?action="
  // In the middle of what they do when the database becomes slow.
  const newcomers = await Promise.all(
    people.map(async (person, i) => {
      const newcomer = new Visitor(origin)
      const email = `slow-${i}@passkeys.example`
      const registration = await newcomer.ask(origin, `${path}register&email=${email}`)
      const signIn = await person.ask(origin, `${path}authenticate`)
      expect([registration.status, signIn.status]).toEqual([200, 200])
      return { person, newcomer, email, registration, signIn }
    }),
  )
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
  await Promise.all([
    ...newcomers.map(({ person, signIn }) => timed("sign-in", person.finishSignIn(origin, signIn))),
    ...newcomers.map(async ({ newcomer, email, registration }) => {
      const finished = newcomer.finishRegistration(origin, registration)
      if (succeeded(await timed("registration", finished))) registered.push(email)
    }),
    timed("options", new Visitor(origin).ask(origin, `${path}authenticate`)),
    timed("rows", new Visitor(origin).ask(origin, "/api/demo/rows")),
  ])
  for (const [what, { status, headers, body }, tookMs] of answers) {
    expect([what, [200, 401, 503].includes(status) || status]).toEqual([what, true])
    expect([what, tookMs < latestMs || tookMs]).toEqual([what, true])
    if (status === 503) expect([what, headers.get("retry-after")]).toEqual([what, "5"])
    if (status === 503) expect(body.error).toContain("Try again in a moment.")
  }
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
