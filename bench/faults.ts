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
async function measureSlow(name: string, url: string, seconds: number) {
  const proxy = await startSlowProxy(url)
  try {
    return await measure(name, proxy.url, seconds, async () => {
      proxy.delay(slowMs)
      return async () => proxy.delay(0)
    })
  } finally {
    await proxy.stop()
  }
}

/** Whether something is to be measured, by its name. */
export type Wanted = (name: string) => boolean

type Measurement = (name: string) => Promise<FaultReport>

/**
 * Breaks what the site stands on while people use it, one thing after the other, on every database
 * that can be started here.
 *
 * @param seconds How long each fault lasts.
 */
export async function* measureFaults(seconds: number, wanted: Wanted): AsyncGenerator<FaultReport> {
  const folder = await makeTemporaryFolder()
  const postgresql = await startPostgresql()
  const mariadb = hasMariadb() ? await startMariadb() : undefined
  let databases = 0
  const onSqlite = async () => folder.sqlite(`fault-${++databases}`)
  const onPostgresql = () => postgresql.createDatabase(`fault_${++databases}`)
  const by =
    (fault: Fault, create: () => Promise<string>): Measurement =>
    async (name) => {
      const url = await create()
      return measure(name, url, seconds, (site) => fault(url, site))
    }
  const clock =
    (stepMs: number): Measurement =>
    async (name) =>
      measureClock(name, await onSqlite(), seconds, stepMs)
  const gone: Fault = async () => {
    await postgresql.halt()
    return () => postgresql.resume()
  }
  const measurements: Record<string, Measurement> = {
    "SQLite locked": by(locked, onSqlite),
    "SQLite slow": by(lockedAgainAndAgain(slowMs), onSqlite),
    "SQLite corrupt": by(corrupt, onSqlite),
    ...(process.platform === "linux" && { "SQLite full": by(full, onSqlite) }),
    "PostgreSQL tables locked": by(tablesLocked, onPostgresql),
    "PostgreSQL slow": async (name) => measureSlow(name, await onPostgresql(), seconds),
    "PostgreSQL read-only": by(readOnly, onPostgresql),
    "PostgreSQL gone": by(gone, onPostgresql),
    ...(mariadb && {
      "MariaDB read lock": by(readLock, () => mariadb.createDatabase(`fault_${++databases}`)),
    }),
    "clock an hour ahead": clock(hourMs),
    "clock a day ahead": clock(dayMs),
    "clock an hour behind": clock(-hourMs),
    "clock a day behind": clock(-dayMs),
  }
  try {
    for (const [name, measurement] of Object.entries(measurements))
      if (wanted(name)) yield await measurement(name)
  } finally {
    await mariadb?.stop()
    await postgresql.stop()
    await folder.remove()
  }
}
