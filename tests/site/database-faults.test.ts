import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  corrupt,
  full,
  locked,
  readLock,
  readOnly,
  tablesLocked,
  type Fault,
} from "../support/database-faults"
import { lockFile } from "../support/file-lock"
import { hasMariadb, startMariadb } from "../support/mariadb-server"
import { watchPage } from "../support/page-watch"
import { startPostgresql } from "../support/postgresql-server"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { succeeded, Visitor, type VisitorResponse } from "../support/visitor"

// What a visitor, a health check and the log are told while the database cannot do its work, and
// that everything works again afterwards, without a restart. A database that is gone:
// database-gone.test.ts.

type Site = Awaited<ReturnType<typeof startSite>>

const optionsToSignIn = "/api/auth/webauthn-options/passkey?action=authenticate"
const optionsToRegister = (name: string) =>
  `/api/auth/webauthn-options/passkey?action=register&email=${name}@passkeys.example`

/** People in the middle of what they do when the fault comes. */
async function openCeremonies({ origin }: Site, name: string) {
  const person = new Visitor(origin)
  expect(succeeded(await person.register(origin, name))).toBe(true)
  person.leave()
  const newcomer = new Visitor(origin)
  return {
    person,
    newcomer,
    signIn: await person.ask(origin, optionsToSignIn),
    registration: await newcomer.ask(origin, optionsToRegister(`${name}-new`)),
  }
}

type People = Awaited<ReturnType<typeof openCeremonies>>

async function expectUnavailable(site: Site, people: People, code: RegExp) {
  const { origin } = site
  // Health asks the database once a second.
  await wait(1_000)
  const requests: Record<string, Promise<VisitorResponse>> = {
    "sign-in": people.person.finishSignIn(origin, people.signIn),
    registration: people.newcomer.finishRegistration(origin, people.registration),
    health: new Visitor(origin).ask(origin, "/api/health"),
  }
  for (const [what, request] of Object.entries(requests)) {
    const { status, headers, body } = await request
    expect([what, status, body.url]).toEqual([what, 503, undefined])
    expect([what, headers.get("retry-after")]).toEqual([what, "5"])
    if (what !== "health")
      expect(body.error).toBe("The database is unavailable. Try again in a moment.")
  }
  expect(site.output()).toMatch(code)
}

/** The same people do the same, once the fault is over. */
async function expectRecovered({ origin }: Site, people: People, name: string) {
  for (let i = 0; i < 60 && !(await fetch(`${origin}/api/health`)).ok; i++) await wait(100)
  expect((await fetch(`${origin}/api/health`)).status).toBe(200)
  expect(succeeded(await people.person.signIn(origin))).toBe(true)
  // Nothing is left of the registration that failed: its name is free.
  people.newcomer.leave()
  expect(succeeded(await people.newcomer.register(origin, `${name}-new`))).toBe(true)
  expect(succeeded(await people.person.register(origin))).toBe(true)
}

/** A fault while people are in the middle of something, and what they do when it is over. */
async function goThrough(name: string, url: string, fault: Fault, code: RegExp, settings = {}) {
  const site = await startSite({ DATABASE_URL: url, ...settings })
  try {
    const people = await openCeremonies(site, name)
    const longestMs = watchPage(site.origin)
    const end = await fault(url, site)
    await expectUnavailable(site, people, code)
    await end()
    // SQLite's own busy timeout would stop everything for 5 seconds.
    expect(await longestMs()).toBeLessThan(2_500)
    await expectRecovered(site, people, name)
  } finally {
    await site.stop()
  }
}

/** With limits, the demo's own queries fail first; without, those of Auth.js do. */
const noLimits = { DEMO_LIMITS: "off" }

// The engines at once, since most of their time is waiting; the faults of one engine one after the other.
describe.concurrent("SQLite", () => {
  let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
  beforeAll(async () => void (folder = await makeTemporaryFolder()))
  afterAll(() => folder.remove())

  test.sequential("locked by another process for longer than anyone waits", async () => {
    const url = folder.sqlite("locked")
    const lockedForLong: Fault = async (...arguments_) => {
      const end = await locked(...arguments_)
      return async () => {
        // Accounts that have expired are erased in between.
        await wait(4_000)
        await end()
      }
    }
    const settings = { DEMO_LIFETIME_HOURS: "0.02" }
    await goThrough("locked", url, lockedForLong, /SocketTimeout 5\b/, settings)
    // The site keeps no lock.
    await (
      await lockFile(url)
    )()
  })

  test.sequential("corrupt", () =>
    goThrough("corrupt", folder.sqlite("corrupt"), corrupt, /sqlite 11\b/),
  )

  test
    .runIf(process.platform === "linux")
    .sequential("full", () =>
      goThrough("full", folder.sqlite("full"), full, /sqlite (10|13|778)\b/, noLimits),
    )
})

describe.concurrent("PostgreSQL", () => {
  let postgresql: Awaited<ReturnType<typeof startPostgresql>>
  beforeAll(async () => void (postgresql = await startPostgresql()))
  afterAll(() => postgresql?.stop())

  test.sequential("tables locked", async () =>
    goThrough("locked", await postgresql.createDatabase("locked"), tablesLocked, /57014/),
  )

  test.sequential("read-only", async () =>
    goThrough("read-only", await postgresql.createDatabase("read"), readOnly, /25006/, noLimits),
  )
})

describe.runIf(hasMariadb()).concurrent("MariaDB", () => {
  let mariadb: Awaited<ReturnType<typeof startMariadb>>
  beforeAll(async () => void (mariadb = await startMariadb()))
  afterAll(() => mariadb?.stop())

  test.sequential("locked, as a backup does", async () =>
    goThrough("locked", await mariadb.createDatabase("locked"), readLock, /TimeoutError/),
  )
})
