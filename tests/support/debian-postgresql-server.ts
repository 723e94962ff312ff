import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { chown, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { PrismaPg } from "@prisma/adapter-pg"
import { freePort } from "./postgresql-server"

const run = promisify(execFile)
const programs = "/usr/lib/postgresql/15/bin"

/** Whether Debian 12's own PostgreSQL is installed, next to the newer one that npm brings. */
export const hasDebianPostgresql = () => existsSync(join(programs, "postgres"))

/** Starts it, empty, in a temporary folder. The same as `startPostgresql`, on an older version. */
export async function startDebianPostgresql() {
  const folder = await mkdtemp(join(tmpdir(), "passkeys-postgresql-15-"))
  const data = join(folder, "data")
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? await idsOf("postgres") : undefined
  if (user) await chown(folder, user.uid, user.gid)
  const as = { ...user, cwd: folder }
  const port = await freePort()
  await run(join(programs, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-N"], as)
  const flags = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`
  const log = join(folder, "log")
  await run(join(programs, "pg_ctl"), ["start", "-w", "-D", data, "-l", log, "-o", flags], as)
  const urlOf = (name: string) => `postgresql://postgres@127.0.0.1:${port}/${name}`
  return {
    /** Makes an empty database and returns its connection string. */
    async createDatabase(name: string): Promise<string> {
      const connection = await new PrismaPg({ connectionString: urlOf("postgres") }).connect()
      await connection.executeScript(`CREATE DATABASE "${name}"`)
      await connection.dispose()
      return urlOf(name)
    },
    async stop(): Promise<void> {
      await run(join(programs, "pg_ctl"), ["stop", "-w", "-m", "fast", "-D", data], as)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function idsOf(user: string) {
  const id = async (which: string) => Number((await run("id", [which, user])).stdout)
  return { uid: await id("-u"), gid: await id("-g") }
}
