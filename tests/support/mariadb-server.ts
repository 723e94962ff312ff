import { execFile, spawn } from "node:child_process"
import { accessSync, constants } from "node:fs"
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { promisify } from "node:util"
import { PrismaMariaDb } from "@prisma/adapter-mariadb"
import { freePort } from "./postgresql-server"

const run = promisify(execFile)

/** Where Debian puts it. `/usr/sbin` is not on everybody's path. */
const mariadbd = ["/usr/sbin/mariadbd", "/usr/bin/mariadbd", "/usr/local/bin/mariadbd"].find(isRun)

function isRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Whether MariaDB is installed: `apt-get install mariadb-server`. It comes with no npm package.
 *
 * @throws {Error} Where it is missing in CI: there no engine is skipped.
 */
export function hasMariadb(): boolean {
  if (!mariadbd && process.env.CI)
    throw new Error("MariaDB is missing. In CI nothing is skipped: apt-get install mariadb-server.")
  return mariadbd !== undefined
}

// A query waits 10 seconds for a connection by default: too little on a machine that runs all tests.
const urlOf = (port: number, name: string) =>
  `mariadb://root@127.0.0.1:${port}/${name}?acquireTimeout=60000`

/** Makes an empty database on a server of `startMariadb`. Returns its connection string. */
export async function createMariadbDatabaseOn(port: number, name: string): Promise<string> {
  const url = `${urlOf(port, "mysql")}&connectionLimit=1`
  const connection = await new PrismaMariaDb(url).connect()
  try {
    const sql = `CREATE DATABASE \`${name}\``
    await connection.executeRaw({ sql, args: [], argTypes: [] })
  } finally {
    await connection.dispose()
  }
  return urlOf(port, name)
}

/**
 * Starts a MariaDB of its own, empty, in a temporary folder, without the machine's configuration.
 *
 * @returns How to connect to it, and how to stop and delete it.
 */
export async function startMariadb() {
  const folder = await mkdtemp(join(tmpdir(), "passkeys-mariadb-"))
  const data = join(folder, "data")
  // mariadbd refuses to run as root. Its user must be able to enter the folder.
  const user = process.getuid?.() === 0 ? ["--user=mysql"] : []
  await chmod(folder, 0o755)
  await mkdir(data)
  // Nor could it write where this process keeps its temporary files.
  const env = { ...process.env, TMPDIR: join(folder, "temporary") }
  await mkdir(env.TMPDIR)
  await chmod(env.TMPDIR, 0o777)
  const install = ["--no-defaults", `--datadir=${data}`, "--auth-root-authentication-method=normal"]
  await run("mariadb-install-db", [...install, "--skip-test-db", ...user], { env })
  const port = await freePort()
  const server = spawn(
    mariadbd ?? "mariadbd",
    [
      "--no-defaults",
      `--datadir=${data}`,
      `--port=${port}`,
      `--socket=${join(data, "socket")}`,
      `--pid-file=${join(data, "pid")}`,
      "--bind-address=127.0.0.1",
      "--innodb-flush-log-at-trx-commit=0",
      ...user,
    ],
    { stdio: ["ignore", "ignore", "pipe"], env },
  )
  let log = ""
  server.stderr.on("data", (text) => (log += text))
  const closed = new Promise((resolve) => server.on("close", resolve))
  const deadline = Date.now() + 30_000
  while (!log.includes("ready for connections")) {
    if (server.exitCode !== null || Date.now() > deadline)
      throw new Error(`MariaDB did not start:\n${log}`)
    await wait(50)
  }
  return {
    port,
    /** Makes an empty database and returns its connection string. */
    createDatabase: (name: string) => createMariadbDatabaseOn(port, name),
    async stop(): Promise<void> {
      server.kill()
      await closed
      await rm(folder, { recursive: true, force: true })
    },
  }
}
