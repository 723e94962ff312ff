import { execFileSync } from "node:child_process"
import { setTimeout as wait } from "node:timers/promises"
import { PrismaLibSql } from "@prisma/adapter-libsql"
import { PrismaMariaDb } from "@prisma/adapter-mariadb"
import { PrismaPg } from "@prisma/adapter-pg"
import { lockFile } from "./file-lock"
import { serverOf, type startSite } from "./site"

type Site = Pick<Awaited<ReturnType<typeof startSite>>, "pid">

/** Makes a database unable to do its work. Returns what ends the fault. */
export type Fault = (url: string, site: Site) => Promise<() => Promise<void>>

/** SQLite: another process holds the write lock. */
export const locked: Fault = lockFile

/**
 * SQLite: another process takes the write lock, keeps it for a while, lets go of it for a moment, and
 * so on. Whoever writes waits that long each time.
 */
export const lockedAgainAndAgain =
  (milliseconds: number): Fault =>
  async (url) => {
    let isOver = false
    const done = (async () => {
      while (!isOver) {
        const release = await lockFile(url)
        await wait(milliseconds)
        await release()
      }
    })()
    return async () => {
      isOver = true
      await done
    }
  }

/** SQLite, on Linux: the site may write no further than the first kilobyte of a file. */
export const full: Fault = async (_, { pid }) => {
  const server = serverOf(pid)
  const limit = (bytes: string) =>
    execFileSync("prlimit", ["--pid", String(server), `--fsize=${bytes}:unlimited`])
  limit("1024")
  return async () => void limit("unlimited")
}

/** SQLite: a schema that cannot be read. Connections notice it with their next statement. */
export const corrupt: Fault = async (url) => {
  const operator = await new PrismaLibSql({ url, timeout: 5_000 }).connect()
  const change = (sql: string, version: number) =>
    operator.executeScript(`
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = ${sql} WHERE name = 'Session';
      PRAGMA schema_version = ${version};`)
  await change("'corrupt: ' || sql", 1_000)
  return async () => {
    await change("substr(sql, 10)", 1_001)
    await operator.dispose()
  }
}

/** PostgreSQL: somebody holds tables, as some migrations do. */
export const tablesLocked: Fault = (url) =>
  onPostgresql(
    url,
    ["BEGIN", 'LOCK TABLE "User", "Session", "DemoHealth" IN ACCESS EXCLUSIVE MODE'],
    ["COMMIT"],
  )

/** PostgreSQL: it takes no writes, as a replica does. */
export const readOnly: Fault = (url) =>
  onPostgresql(
    url,
    ["ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()"],
    [
      "SET default_transaction_read_only = off",
      "ALTER SYSTEM RESET default_transaction_read_only",
      "SELECT pg_reload_conf()",
    ],
  )

async function onPostgresql(connectionString: string, begin: string[], end: string[]) {
  const pool = { connectionString, max: 1, idleTimeoutMillis: 0 }
  const operator = await new PrismaPg(pool).connect()
  const run = (sql: string) => operator.queryRaw({ sql, args: [], argTypes: [] })
  for (const statement of begin) await run(statement)
  return async () => {
    for (const statement of end) await run(statement)
    await operator.dispose()
  }
}

/** MySQL and MariaDB: nothing is written, as during some backups. */
export const readLock: Fault = async (url) => {
  const operator = await new PrismaMariaDb(`${url}&connectionLimit=1`).connect()
  const run = (sql: string) => operator.executeRaw({ sql, args: [], argTypes: [] })
  await run("FLUSH TABLES WITH READ LOCK")
  return async () => {
    await run("UNLOCK TABLES")
    await operator.dispose()
  }
}
