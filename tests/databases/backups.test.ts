import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { migrate } from "../../scripts/migrate"
import { root } from "../../scripts/root"
import { hasDebianPostgresql, startDebianPostgresql } from "../support/debian-postgresql-server"
import { hasMariadb } from "../support/mariadb-server"
import { createMariadbDatabase } from "../support/shared-databases"
import { allExtras, handlersWith } from "./apps"
import { execute } from "./execute"
import { fencesOf, sourceOf } from "../guide/guide-pages"
import { origin, UserAgent } from "./user-agent"

// A passkey signs in on what the page's commands restore, which were run while others registered.

let folder: string
const opened: { $disconnect(): Promise<void> }[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "passkeys-backup-"))
  vi.stubEnv("AUTH_URL", origin)
  vi.stubEnv("AUTH_SECRET", "s".repeat(32))
})
afterEach(async () => {
  for (const prisma of opened.splice(0)) await prisma.$disconnect()
  await rm(folder, { recursive: true, force: true })
  vi.unstubAllEnvs()
})

const clients = {
  sqlite: () => import("../../demo/starter/prisma"),
  postgresql: () => import("../../demo/recipes/postgresql/prisma"),
  mysql: () => import("../../demo/recipes/mysql/prisma"),
}

/** Auth.js with all extras, on the reader's own `prisma.ts`. */
async function openApp(database: keyof typeof clients, url: string) {
  vi.resetModules()
  Object.assign(globalThis, { prisma: undefined })
  vi.stubEnv("DATABASE_URL", url)
  const { prisma } = await clients[database]()
  opened.push(prisma)
  return handlersWith(allExtras, prisma as never)
}

/** A command of the page that begins so, with values for its variables. */
function commandOf(program: string, values: Record<string, string>) {
  const lines = fencesOf(sourceOf("deploy/several-processes")).flatMap(({ code }) =>
    code.split("\n").filter((line) => line.startsWith(`${program} `)),
  )
  expect(lines).toHaveLength(1)
  return Object.entries(values).reduce((command, [from, to]) => {
    expect(command).toContain(from)
    return command.replaceAll(from, to)
  }, lines[0] ?? "")
}

const run = (command: string, environment: Record<string, string> = {}) =>
  promisify(execFile)("sh", ["-c", command], {
    cwd: folder,
    env: { ...process.env, ...environment },
  })

async function expectRestored(
  database: keyof typeof clients,
  url: string,
  backUpAndRestore: () => Promise<string>,
) {
  await migrate(url)
  const agent = new UserAgent(await openApp(database, url))
  expect(await agent.register("saved@passkeys.example")).toBeNull()
  const others = Array.from({ length: 5 }, (_, i) =>
    new UserAgent(agent.handlers).register(`meanwhile-${i}@passkeys.example`),
  )
  const restored = await backUpAndRestore()
  await Promise.all(others)
  const again = new UserAgent(await openApp(database, restored), agent.authenticator)
  expect(await again.signIn()).toBeNull()
  expect(await again.email()).toBe("saved@passkeys.example")
}

test("SQLite: VACUUM INTO", async () => {
  const url = `file:${join(folder, "app.db")}`
  await expectRestored("sqlite", url, async () => {
    const [, statement = ""] = /"(VACUUM INTO .*)"/.exec(commandOf("sqlite3", {})) ?? []
    await execute(url, statement.replace("backup.db", join(folder, "backup.db")))
    return `file:${join(folder, "backup.db")}`
  })
})

test.skipIf(!existsSync("/usr/bin/sqlite3"))("SQLite: the command of the page", async () => {
  await expectRestored("sqlite", `file:${join(folder, "app.db")}`, async () => {
    await run(commandOf("sqlite3", {}))
    return `file:${join(folder, "backup.db")}`
  })
})

test("SQLite: the page's command for a container, with the app's own driver", async () => {
  const url = `file:${join(folder, "app.db")}`
  await expectRestored("sqlite", url, async () => {
    // As in the image: beside node_modules, a folder for the database.
    await symlink(join(root, "node_modules"), join(folder, "node_modules"))
    await mkdir(join(folder, "data"))
    const inContainer = commandOf("docker exec CONTAINER", { "docker exec CONTAINER": "" })
    await run(inContainer, { DATABASE_URL: url })
    return `file:${join(folder, "data/backup.db")}`
  })
})

test.skipIf(!hasDebianPostgresql())("PostgreSQL: pg_dump and pg_restore", async () => {
  const server = await startDebianPostgresql()
  try {
    const url = await server.createDatabase("app")
    const restored = url.replace(/\/app$/, "/restored")
    expect(restored).not.toBe(url)
    await expectRestored("postgresql", url, async () => {
      await run(commandOf("pg_dump", {}), { DATABASE_URL: url })
      await run(commandOf("createdb", {}), { DATABASE_URL: url })
      await run(commandOf("pg_restore", {}), { RESTORED_URL: restored })
      return restored
    })
    for (const prisma of opened.splice(0)) await prisma.$disconnect()
  } finally {
    await server.stop()
  }
})

test.skipIf(!hasMariadb())("MariaDB: mariadb-dump and mariadb", async () => {
  const url = await createMariadbDatabase("app")
  const name = new URL(url).pathname.slice(1)
  const restored = `${name}_restored`
  const login = `--host=127.0.0.1 --port=${new URL(url).port} --user=root`
  const asRoot = { "--user=root --password": login, restored }
  await expectRestored("mysql", url, async () => {
    const asApp = { "--user=app --password": login, " app ": ` ${name} ` }
    await run(commandOf("mariadb-dump", asApp))
    await run(commandOf('mariadb --user=root --password --execute="CREATE', asRoot))
    await run(commandOf("mariadb --user=root --password restored", asRoot))
    return url.replace(name, restored)
  })
})
