import { execFile } from "node:child_process"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { root } from "../../scripts/root"
import { findChromium } from "../support/chromium"
import { rowsOf } from "../support/database-rows"
import { hasDebianPostgresql, startDebianPostgresql } from "../support/debian-postgresql-server"
import { firefoxPath } from "../support/firefox/installed"
import { hasMariadb, startMariadb } from "../support/mariadb-server"
import { startPostgresql } from "../support/postgresql-server"
import { makeTemporaryFolder } from "../support/temporary-folder"

const run = promisify(execFile)

const recorded = [
  "next-auth",
  "@auth/prisma-adapter",
  "@auth/drizzle-adapter",
  "@simplewebauthn/browser",
  "@simplewebauthn/server",
  "simplewebauthn-server-14",
  "drizzle-orm",
  "next",
  "prisma",
  "react",
]

/** The versions of the packages that are installed, by the names they are installed under. */
export async function packageVersions(): Promise<Record<string, string>> {
  const versions = recorded.map(async (name) => {
    const file = join(root, "node_modules", name, "package.json")
    return [name, String(JSON.parse(await readFile(file, "utf8")).version)] as const
  })
  return Object.fromEntries(await Promise.all(versions))
}

/**
 * The versions of the databases and browsers, each asked of the one that the tests start. What isn't
 * installed is missing.
 */
export async function platformVersions(): Promise<Record<string, string>> {
  const versions: Record<string, string> = {}
  const folder = await makeTemporaryFolder()
  versions["SQLite"] = await ask(folder.sqlite("version"), "SELECT sqlite_version()")
  await folder.remove()
  const servers = [
    ["PostgreSQL", startPostgresql, "SELECT current_setting('server_version')"],
    ...(hasDebianPostgresql()
      ? [
          [
            "PostgreSQL of Debian",
            startDebianPostgresql,
            "SELECT current_setting('server_version')",
          ] as const,
        ]
      : []),
    ...(hasMariadb() ? [["MariaDB", startMariadb, "SELECT version()"] as const] : []),
  ] as const
  for (const [name, start, sql] of servers) {
    const server = await start()
    versions[name] = await ask(await server.createDatabase("version"), sql)
    await server.stop()
  }
  versions["Chromium"] = await browserVersion(await findChromium())
  if (firefoxPath) versions["Firefox"] = await browserVersion(firefoxPath)
  return versions
}

async function ask(url: string, sql: string): Promise<string> {
  const [row] = await rowsOf(url, sql)
  return numberIn(String(row?.[0]))
}

async function browserVersion(path: string): Promise<string> {
  return numberIn((await run(path, ["--version"])).stdout)
}

const numberIn = (text: string) => /\d+(\.\d+)+/.exec(text)?.[0] ?? text
