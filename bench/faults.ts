import { setTimeout as wait } from "node:timers/promises"
import {
  corrupt,
  full,
  locked,
  readLock,
  readOnly,
  tablesLocked,
  type Fault,
} from "../tests/support/database-faults"
import { rowsOf } from "../tests/support/database-rows"
import { hasMariadb, startMariadb } from "../tests/support/mariadb-server"
import { watchPage } from "../tests/support/page-watch"
import { startPostgresql } from "../tests/support/postgresql-server"
import { startSite } from "../tests/support/site"
import { startFlood } from "../tests/site/flood"
import { makeTemporaryFolder } from "../tests/support/temporary-folder"
import { succeeded, Visitor, type VisitorResponse } from "../tests/support/visitor"

/** What people met while something was wrong, and what is left of what they were told. */
export type FaultReport = {
  name: string
  sent: number
  /** Answers with 4xx. */
  refused: number
  /** Answers with 503: the database could not be used, or the site was stopping. */
  unavailable: number
  /** Every other 5xx. */
  failed: number
  /** Requests that got no answer. */
  cutOff: number
  /** Registrations that were answered with success and are not in the database. */
  rowsLost: number
  /** Users whom no passkey opens. */
  orphans: number
  /** The longest time in milliseconds that a static page took to answer. */
  longestMs: number
}

type Site = Awaited<ReturnType<typeof startSite>>
type Counts = Pick<FaultReport, "sent" | "refused" | "unavailable" | "failed" | "cutOff">

/** How many people register and sign in at once, and how long they do before, during and after. */
const clients = 8
const phaseMs = 3_000

/** A visitor whose requests are counted. */
class CountedVisitor extends Visitor {
  constructor(
    origin: string,
    private readonly counts: Counts,
  ) {
    super(origin)
  }

  override async ask(...request: Parameters<Visitor["ask"]>): Promise<VisitorResponse> {
    this.counts.sent++
    const answer = await super.ask(...request).catch((error: unknown) => {
      this.counts.cutOff++
      throw error
    })
    if (answer.status === 503) this.counts.unavailable++
    else if (answer.status >= 500) this.counts.failed++
    else if (answer.status >= 400) this.counts.refused++
    return answer
  }
}

/** Lets people register and sign in, each again and again, until it is ended. */
function startPeople(origin: string) {
  const counts: Counts = { sent: 0, refused: 0, unavailable: 0, failed: 0, cutOff: 0 }
  /** Whose registration was answered with success. */
  const registered: string[] = []
  let running = true
  let people = 0
  const work = Array.from({ length: clients }, async () => {
    while (running) {
      const name = `person-${++people}`
      const visitor = new CountedVisitor(origin, counts)
      try {
        if (!succeeded(await visitor.register(origin, name))) continue
        registered.push(`${name}@passkeys.example`)
        visitor.leave()
        await visitor.signIn(origin)
      } catch {
        // No answer. It has been counted.
        await wait(50)
      }
    }
  })
  return async () => {
    running = false
    await Promise.all(work)
    return { counts, registered }
  }
}

async function measure(
  name: string,
  url: string,
  seconds: number,
  begin: (site: Site) => Promise<() => Promise<void>>,
): Promise<FaultReport> {
  const site = await startSite({ DATABASE_URL: url, DEMO_LIMITS: "off" })
  try {
    const endPeople = startPeople(site.origin)
    const endWatch = watchPage(site.origin)
    await wait(phaseMs)
    const end = await begin(site)
    await wait(seconds * 1_000)
    await end()
    await wait(phaseMs)
    const longestMs = await endWatch()
    const { counts, registered } = await endPeople()
    const { lost, orphans } = await whatIsLeft(url, registered)
    return { name, ...counts, rowsLost: lost, orphans, longestMs }
  } finally {
    await site.stop()
  }
}

/** How many registrations that were answered with success are missing, and how many users have no passkey. */
async function whatIsLeft(url: string, registered: string[]) {
  const stored = new Set((await rowsOf(url, 'SELECT "email" FROM "User"')).flat())
  const orphans = `SELECT COUNT(*) FROM "User" WHERE "id" NOT IN (SELECT "userId" FROM "Authenticator")`
  return {
    lost: registered.filter((email) => !stored.has(email)).length,
    orphans: Number((await rowsOf(url, orphans))[0]?.[0]),
  }
}

/**
 * Breaks what the site stands on while people use it, one thing after the other, on every database
 * that can be started here.
 *
 * @param seconds How long each fault lasts.
 */
export async function* measureFaults(seconds: number): AsyncGenerator<FaultReport> {
  const folder = await makeTemporaryFolder()
  const postgresql = await startPostgresql()
  const mariadb = hasMariadb() ? await startMariadb() : undefined
  const faulty = (name: string, url: string, fault: Fault) =>
    measure(name, url, seconds, (site) => fault(url, site))
  try {
    yield await faulty("SQLite locked", folder.sqlite("locked"), locked)
    yield await faulty("SQLite corrupt", folder.sqlite("corrupt"), corrupt)
    if (process.platform === "linux") yield await faulty("SQLite full", folder.sqlite("full"), full)
    const create = (name: string) => postgresql.createDatabase(name)
    yield await faulty("PostgreSQL tables locked", await create("locked"), tablesLocked)
    yield await faulty("PostgreSQL read-only", await create("readonly"), readOnly)
    yield await measure("PostgreSQL gone", await create("gone"), seconds, async () => {
      await postgresql.halt()
      return () => postgresql.resume()
    })
    if (mariadb)
      yield await faulty("MariaDB read lock", await mariadb.createDatabase("locked"), readLock)
  } finally {
    await mariadb?.stop()
    await postgresql.stop()
    await folder.remove()
  }
}

/** How those fared who came while others flooded the site. */
export type FloodReport = FaultReport & {
  /** Newcomers who registered, and people with a passkey who signed in, of how many. */
  newcomers: [number, number]
  signIns: [number, number]
}

/** Two floods: of 63 addresses, which are over their limits, and of 1,000 networks, which are not. */
const floods = { "63 addresses": 63, "1,000 networks": 1_000 }

/**
 * Floods the site with bogus registrations and requests for options, while newcomers register and
 * somebody with a passkey signs in, all from other networks.
 *
 * @param seconds How long each flood lasts.
 */
export async function* measureFloods(seconds: number): AsyncGenerator<FloodReport> {
  const folder = await makeTemporaryFolder()
  const postgresql = await startPostgresql()
  try {
    for (const [name, networks] of Object.entries(floods)) {
      const onSqlite = folder.sqlite(`flood-${networks}`)
      yield await measureFlood(`SQLite, ${name}`, onSqlite, networks, seconds)
      const onPostgresql = await postgresql.createDatabase(`flood_${networks}`)
      yield await measureFlood(`PostgreSQL, ${name}`, onPostgresql, networks, seconds)
    }
  } finally {
    await postgresql.stop()
    await folder.remove()
  }
}

async function measureFlood(
  name: string,
  url: string,
  networks: number,
  seconds: number,
): Promise<FloodReport> {
  const origin = "http://localhost:4000"
  const proxied = { AUTH_URL: origin, TRUST_PROXY: "1", AUTH_SECRET: "s".repeat(32) }
  const site = await startSite({ ...proxied, DATABASE_URL: url })
  try {
    const member = new Visitor(origin, "198.51.100.1")
    await member.register(site.origin, "member")
    const endWatch = watchPage(site.origin)
    const addressOf = (request: number) =>
      `10.${(request % networks) >> 8}.${(request % networks) & 255}.7`
    const flood = startFlood({ site: site.origin, origin, addressOf, clients: 32 })
    const newcomers: [number, number] = [0, 0]
    const signIns: [number, number] = [0, 0]
    for (const end = Date.now() + seconds * 1_000; Date.now() < end; await wait(250)) {
      const newcomer = new Visitor(origin, `192.0.${newcomers[1] & 255}.9`)
      if (succeeded(await newcomer.register(site.origin, `new-${++newcomers[1]}`))) newcomers[0]++
      signIns[1]++
      if (succeeded(await member.signIn(site.origin))) signIns[0]++
    }
    const { posts, options, statuses } = await flood.stop()
    const { lost, orphans } = await whatIsLeft(url, [])
    const of = (test: (status: number) => boolean) =>
      Object.entries(statuses).reduce((sum, [status, n]) => sum + (test(+status) ? n : 0), 0)
    return {
      name,
      sent: posts + options,
      refused: of((status) => status >= 400 && status < 500),
      unavailable: statuses[503] ?? 0,
      failed: of((status) => status >= 500 && status !== 503),
      cutOff: statuses[0] ?? 0,
      rowsLost: lost,
      orphans,
      longestMs: await endWatch(),
      newcomers,
      signIns,
    }
  } finally {
    await site.stop()
  }
}
