import { mkdir, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "../../scripts/build"
import { findChromium } from "./chromium"
import { hasMariadb, startMariadb } from "./mariadb-server"
import { startPostgresql } from "./postgresql-server"
import { startSite } from "./site"

/** All browsers here have one address. tests/site/limits.*.test.ts test the limits. */
const noLimits = { DEMO_LIMITS: "off" }

type Running = { stop: () => Promise<unknown> }

/** Builds the site, and starts it on each database that is here, each time an empty one. */
export default async function globalSetup() {
  process.env.CHROMIUM = await findChromium()
  await build()
  const folder = await mkdtemp(join(tmpdir(), "passkeys-site-"))
  const started: Promise<Running>[] = []
  function keep<Started extends Running>(starting: Promise<Started>) {
    started.push(starting)
    return starting
  }
  /** Stops the sites before their databases, and waits for what is still starting. */
  async function globalTeardown() {
    for (const starting of started.reverse()) {
      const running = await starting.catch(() => undefined)
      await running?.stop()
    }
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const postgresql = await keep(startPostgresql())
    const mariadb = hasMariadb() ? await keep(startMariadb()) : undefined
    if (!mariadb) console.log("MariaDB is not installed: the site is not tested on it.")
    const start = (databaseUrl: string) =>
      keep(startSite({ ...noLimits, DATABASE_URL: databaseUrl }))
    const [onSqlite, onPostgresql, onMariadb] = await Promise.all([
      start(`file:${join(folder, "demo.db")}`),
      start(await postgresql.createDatabase("demo")),
      mariadb && start(await mariadb.createDatabase("demo")),
    ])
    // Linked files: `cp -l` is GNU's.
    if (process.platform === "linux") {
      process.env.SHARED_INSTALLS = join(folder, "installs")
      await mkdir(process.env.SHARED_INSTALLS)
    }
    process.env.SITE_SQLITE = onSqlite.origin
    process.env.SITE_POSTGRESQL = onPostgresql.origin
    if (onMariadb) process.env.SITE_MARIADB = onMariadb.origin
  } catch (error) {
    // Playwright only tears down what was set up.
    await globalTeardown()
    throw error
  }
  return globalTeardown
}
