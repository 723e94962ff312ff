import { setTimeout as wait } from "node:timers/promises"
import {
  corrupt,
  full,
  locked,
  lockedAgainAndAgain,
  readLock,
  readOnly,
  tablesLocked,
  type Fault,
} from "../tests/support/database-faults"
import { startPeople, whatIsLeft, type RequestCounts } from "../tests/support/busy-people"
import { hasMariadb, startMariadb } from "../tests/support/mariadb-server"
import { watchPage } from "../tests/support/page-watch"
import { startPostgresql } from "../tests/support/postgresql-server"
import { startSite } from "../tests/support/site"
import { startSlowProxy } from "../tests/support/slow-proxy"
import { dayMs, hourMs, makeSteppedClock } from "../tests/support/stepped-clock"
import { makeTemporaryFolder } from "../tests/support/temporary-folder"

/** What people met while something was wrong, and what is left of what they were told. */
export type FaultReport = RequestCounts & {
  name: string
  /** Registrations that were answered with success and are not in the database. */
  rowsLost: number
  /** Users whom no passkey opens. */
  orphans: number
  /** The longest time in milliseconds that a static page took to answer. Absent: it was not asked for. */
  longestMs?: number
}

type Site = Awaited<ReturnType<typeof startSite>>

/** How many people register and sign in at once, and how long they do before and after. */
const clients = 8
const phaseMs = 3_000

/** How long, in milliseconds, a slow database takes for each statement. */
const slowMs = 2_000

async function measure(
  name: string,
  url: string,
  seconds: number,
  begin: (site: Site) => Promise<() => Promise<void>>,
  environment: Record<string, string> = {},
): Promise<FaultReport> {
  const site = await startSite({ ...environment, DATABASE_URL: url, DEMO_LIMITS: "off" })
  try {
    const people = startPeople({ origin: site.origin, site: () => site.origin, clients })
    const endWatch = watchPage(site.origin)
    await wait(phaseMs)
    const end = await begin(site)
    await wait(seconds * 1_000)
    await end()
    await wait(phaseMs)
    const longestMs = await endWatch()
    await people.end()
    const left = await whatIsLeft(url, people.registered.keys())
    return { name, ...people.counts, ...left, longestMs }
  } finally {
    await site.stop()
  }
}

/** The clock of the site's process jumps, and is set right again. */
async function measureClock(name: string, url: string, seconds: number, stepMs: number) {
  const clock = await makeSteppedClock()
  try {
    // Accounts are looked at every 6 seconds: the clock is wrong for longer.
    const environment = { ...clock.environment, DEMO_LIFETIME_HOURS: String(60 / 3_600) }
    const begin = async () => {
      await clock.step(stepMs)
      return () => clock.step(0)
    }
    return await measure(name, url, seconds, begin, environment)
  } finally {
    await clock.remove()
  }
}

/** A PostgreSQL that takes two seconds for each statement. */
async function measureSlow(url: string, seconds: number) {
  const proxy = await startSlowProxy(url)
  try {
    return await measure("PostgreSQL slow", proxy.url, seconds, async () => {
      proxy.delay(slowMs)
      return async () => proxy.delay(0)
    })
  } finally {
    await proxy.stop()
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
  const create = (name: string) => postgresql.createDatabase(name)
  try {
    yield await faulty("SQLite locked", folder.sqlite("locked"), locked)
    yield await faulty("SQLite slow", folder.sqlite("slow"), lockedAgainAndAgain(slowMs))
    yield await faulty("SQLite corrupt", folder.sqlite("corrupt"), corrupt)
    if (process.platform === "linux") yield await faulty("SQLite full", folder.sqlite("full"), full)
    yield await faulty("PostgreSQL tables locked", await create("locked"), tablesLocked)
    yield await measureSlow(await create("slow"), seconds)
    yield await faulty("PostgreSQL read-only", await create("readonly"), readOnly)
    yield await measure("PostgreSQL gone", await create("gone"), seconds, async () => {
      await postgresql.halt()
      return () => postgresql.resume()
    })
    if (mariadb)
      yield await faulty("MariaDB read lock", await mariadb.createDatabase("locked"), readLock)
    for (const [name, stepMs] of Object.entries(clockSteps)) {
      const url = folder.sqlite(`clock-${name.replace(/\W/g, "")}`)
      yield await measureClock(`clock ${name}`, url, seconds, stepMs)
    }
  } finally {
    await mariadb?.stop()
    await postgresql.stop()
    await folder.remove()
  }
}

/** How the clock is set wrong, in milliseconds. */
const clockSteps = {
  "an hour ahead": hourMs,
  "a day ahead": dayMs,
  "an hour behind": -hourMs,
  "a day behind": -dayMs,
}
