import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "../scripts/build"
import { findChromium } from "./chromium"
import { startPostgresql } from "./postgresql-server"
import { startSite } from "./site"

/** All browsers here have one address. tests/site/limits.test.ts tests the limits. */
const noLimits = { DEMO_LIMITS: "off" }

/** Builds the site, and starts it on SQLite and on PostgreSQL, each on a database of its own. */
export default async function globalSetup() {
  process.env.CHROMIUM = await findChromium()
  await build()
  const folder = await mkdtemp(join(tmpdir(), "passkeys-site-"))
  const postgresql = await startPostgresql()
  const [onSqlite, onPostgresql] = await Promise.all([
    startSite({ ...noLimits, DATABASE_URL: `file:${join(folder, "demo.db")}` }),
    startSite({ ...noLimits, DATABASE_URL: await postgresql.createDatabase("demo") }),
  ])
  process.env.SITE_SQLITE = onSqlite.origin
  process.env.SITE_POSTGRESQL = onPostgresql.origin
  return async function globalTeardown() {
    await Promise.all([onSqlite.stop(), onPostgresql.stop()])
    await postgresql.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
