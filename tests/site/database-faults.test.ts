import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { setTimeout as wait } from "node:timers/promises"
import { PrismaLibSql } from "@prisma/adapter-libsql"
import { PrismaMariaDb } from "@prisma/adapter-mariadb"
import { PrismaPg } from "@prisma/adapter-pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { lockFile } from "../file-lock"
import { hasMariadb, startMariadb } from "../mariadb-server"
import { startPostgresql } from "../postgresql-server"
import { startSite } from "../site"
import { makeTemporaryFolder } from "../temporary-folder"
import { succeeded, Visitor, type Answer } from "../visitor"

// With limits, the demo's own queries fail first; without, those of Auth.js do.
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
  const requests: Record<string, Promise<Answer>> = {
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

/** The longest time in milliseconds in which a page of the guide was not answered. */
function watchPage(origin: string) {
  let longestMs = 0
  let watching = true
  const done = (async () => {
    while (watching) {
      const start = performance.now()
      await fetch(`${origin}/install`).then(
        (page) => page.arrayBuffer(),
        () => {},
      )
      longestMs = Math.max(longestMs, performance.now() - start)
      await wait(20)
    }
  })()
  return async () => {
    watching = false
    await done
    return longestMs
  }
}

describe("SQLite", () => {
  let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
  beforeAll(async () => void (folder = await makeTemporaryFolder()))
  afterAll(() => folder.remove())

  test("locked by another process for longer than anyone waits", async () => {
    const url = folder.sqlite("locked")
    // Expired accounts are erased every 7 seconds: that writes, too.
    const site = await startSite({ DATABASE_URL: url, DEMO_LIFETIME_HOURS: "0.02" })
    try {
      const people = await openCeremonies(site, "locked")
      const longest = watchPage(site.origin)
      const release = await lockFile(url)
      await expectUnavailable(site, people, /SocketTimeout 5/)
      await wait(4_000)
      await release()
      // SQLite's own busy timeout stopped everything for up to 5 seconds.
      expect(await longest()).toBeLessThan(2_000)
      await expectRecovered(site, people, "locked")
      // The site keeps no lock.
      await (
        await lockFile(url)
      )()
    } finally {
      await site.stop()
    }
  })

  test.runIf(process.platform === "linux")("no room for more, and room again", async () => {
    const site = await startSite({ DATABASE_URL: folder.sqlite("full"), DEMO_LIMITS: "off" })
    try {
      const people = await openCeremonies(site, "full")
      const server = Number(readFileSync(`/proc/${site.pid}/task/${site.pid}/children`, "utf8"))
      const limit = (bytes: string) =>
        execFileSync("prlimit", ["--pid", String(server), `--fsize=${bytes}:unlimited`])
      // A process that may write no further than the first kilobyte of a file.
      limit("1024")
      await expectUnavailable(site, people, /SQLITE_FULL|sqlite (10|13|778)\b/)
      limit("unlimited")
      await expectRecovered(site, people, "full")
    } finally {
      await site.stop()
    }
  })

  test("corrupt, until the file is put back", async () => {
    const url = folder.sqlite("corrupt")
    const site = await startSite({ DATABASE_URL: url })
    const operator = await new PrismaLibSql({ url }).connect()
    try {
      const people = await openCeremonies(site, "corrupt")
      // Every connection reads the schema again, and finds that it is none.
      await operator.executeScript(`
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = 'corrupt: ' || sql WHERE name = 'Session';
        PRAGMA schema_version = 1000;`)
      await expectUnavailable(site, people, /sqlite 11\b/)
      await operator.executeScript(`
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = substr(sql, 10) WHERE name = 'Session';
        PRAGMA schema_version = 1001;`)
      await expectRecovered(site, people, "corrupt")
    } finally {
      await operator.dispose()
      await site.stop()
    }
  })
})

describe("PostgreSQL", () => {
  let postgresql: Awaited<ReturnType<typeof startPostgresql>>
  beforeAll(async () => void (postgresql = await startPostgresql()))
  afterAll(() => postgresql?.stop())

  test.each([
    {
      name: "locked",
      begin: ["BEGIN", 'LOCK TABLE "User", "Session", "DemoHealth" IN ACCESS EXCLUSIVE MODE'],
      end: ["COMMIT"],
      limits: "on",
      code: /57014/,
    },
    {
      name: "readonly",
      begin: ["ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()"],
      end: [
        "SET default_transaction_read_only = off",
        "ALTER SYSTEM RESET default_transaction_read_only",
        "SELECT pg_reload_conf()",
      ],
      limits: "off",
      code: /25006/,
    },
  ])("$name", async ({ name, begin, end, limits, code }) => {
    const url = await postgresql.createDatabase(name)
    const site = await startSite({ DATABASE_URL: url, DEMO_LIMITS: limits })
    const operator = await new PrismaPg({
      connectionString: url,
      max: 1,
      idleTimeoutMillis: 0,
    }).connect()
    const run = (sql: string) => operator.queryRaw({ sql, args: [], argTypes: [] })
    try {
      const people = await openCeremonies(site, name)
      for (const statement of begin) await run(statement)
      await expectUnavailable(site, people, code)
      for (const statement of end) await run(statement)
      await expectRecovered(site, people, name)
    } finally {
      await operator.dispose()
      await site.stop()
    }
  })
})

describe.runIf(hasMariadb())("MariaDB", () => {
  let mariadb: Awaited<ReturnType<typeof startMariadb>>
  beforeAll(async () => void (mariadb = await startMariadb()))
  afterAll(() => mariadb?.stop())

  test("locked, as a backup does", async () => {
    const url = await mariadb.createDatabase("locked")
    const site = await startSite({ DATABASE_URL: url })
    const operator = await new PrismaMariaDb(`${url}&connectionLimit=1`).connect()
    const run = (sql: string) => operator.executeRaw({ sql, args: [], argTypes: [] })
    try {
      const people = await openCeremonies(site, "locked")
      await run("FLUSH TABLES WITH READ LOCK")
      await expectUnavailable(site, people, /TimeoutError/)
      await run("UNLOCK TABLES")
      await expectRecovered(site, people, "locked")
    } finally {
      await operator.dispose()
      await site.stop()
    }
  })
})
