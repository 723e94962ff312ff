import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { freePort } from "./postgresql-server"

const program = "/usr/sbin/pgbouncer"

/**
 * Whether PgBouncer is installed: `apt-get install pgbouncer`. It comes with no npm package.
 *
 * @throws {Error} Where it's missing in CI: there nothing is skipped.
 */
export function hasPgbouncer(): boolean {
  const isThere = existsSync(program)
  if (!isThere && process.env.CI)
    throw new Error("PgBouncer is missing. In CI nothing is skipped: apt-get install pgbouncer.")
  return isThere
}

/**
 * Starts PgBouncer with one connection a transaction, in front of a server that trusts its clients.
 *
 * @param url The database.
 * @param settings Further lines of its configuration.
 * @returns The connection string that goes through it, and how to stop it.
 */
export async function startPgbouncer(url: string, settings: string[]) {
  const folder = await mkdtemp(join(tmpdir(), "passkeys-pgbouncer-"))
  await chmod(folder, 0o755)
  const port = await freePort()
  const { hostname, port: serverPort, username, password, pathname } = new URL(url)
  const users = join(folder, "users.txt")
  await writeFile(users, `"${username}" "${password}"\n`, { mode: 0o644 })
  const server = `host=${hostname} port=${serverPort}`
  const lines = [
    "[databases]",
    `* = ${server}`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    "auth_type = plain",
    `auth_file = ${users}`,
    "pool_mode = transaction",
    "default_pool_size = 3",
    ...settings,
  ]
  const file = join(folder, "pgbouncer.ini")
  await writeFile(file, `${lines.join("\n")}\n`, { mode: 0o644 })
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? ["--user=postgres"] : []
  const child = spawn(program, [...user, file], { stdio: ["ignore", "ignore", "pipe"] })
  let log = ""
  child.stderr.on("data", (data) => (log += data))
  const closed = new Promise((resolve) => child.on("close", resolve))
  const deadline = Date.now() + 15_000
  while (!log.includes("listening on")) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`PgBouncer did not start:\n${log}`)
    await wait(20)
  }
  return {
    url: `postgresql://${username}:${password}@127.0.0.1:${port}${pathname}`,
    async stop() {
      child.kill("SIGINT")
      await closed
      await rm(folder, { recursive: true, force: true })
    },
  }
}
