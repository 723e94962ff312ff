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

/** Builds the site, and starts it on each database that is here, each time an empty one. */
export default async function globalSetup() {
  process.env.CHROMIUM = await findChromium()
  await build()
  const folder = await mkdtemp(join(tmpdir(), "passkeys-site-"))
  const postgresql = await startPostgresql()
  const mariadb = hasMariadb() ? await startMariadb() : undefined
  if (!mariadb) console.log("MariaDB is not installed: the site is not tested on it.")
  const [onSqlite, onPostgresql, onMariadb] = await Promise.all([
    startSite({ ...noLimits, DATABASE_URL: `file:${join(folder, "demo.db")}` }),
    startSite({ ...noLimits, DATABASE_URL: await postgresql.createDatabase("demo") }),
    mariadb && startSite({ ...noLimits, DATABASE_URL: await mariadb.createDatabase("demo") }),
  ])
  // Linked files: `cp -l` is GNU's.
  if (process.platform === "linux") {
    process.env.SHARED_INSTALLS = join(folder, "installs")
    await mkdir(process.env.SHARED_INSTALLS)
  }
  process.env.SITE_SQLITE = onSqlite.origin
  process.env.SITE_POSTGRESQL = onPostgresql.origin
  if (onMariadb) process.env.SITE_MARIADB = onMariadb.origin
  return async function globalTeardown() {
    await Promise.all([onSqlite.stop(), onPostgresql.stop(), onMariadb?.stop()])
    await Promise.all([postgresql.stop(), mariadb?.stop()])
    await rm(folder, { recursive: true, force: true })
  }
}
