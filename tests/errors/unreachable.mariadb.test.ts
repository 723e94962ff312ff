import { PrismaAdapter } from "@auth/prisma-adapter"
import NextAuth from "next-auth"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { clients } from "../../demo/live/server/prisma-clients"
import { UserAgent } from "../databases/user-agent"
import { freePort } from "../support/postgresql-server"
import { hasMariadb } from "../support/mariadb-server"
import { createMariadbDatabase } from "../support/shared-databases"
import { reproduces } from "./reproduces"
import { watchLog } from "./server-log"
import { ask, stockConfig, stubEnvironment } from "./stock-app"

let log: () => string

beforeEach(() => {
  stubEnvironment()
  vi.resetModules()
  log = watchLog()
})

/** An app whose database can't be reached. */
async function unreachable(name: keyof typeof clients, url: string) {
  vi.stubEnv("DATABASE_URL", url)
  delete (globalThis as { prisma?: unknown }).prisma
  const { prisma } = await clients[name]()
  const config = stockConfig({ adapter: PrismaAdapter(prisma as never) })
  return { config, close: () => prisma.$disconnect() }
}

/** Registers with a database that can't be reached. */
async function register(name: keyof typeof clients, url: string) {
  const { config, close } = await unreachable(name, url)
  const told = await new UserAgent(NextAuth(config).handlers).register("a@passkeys.example")
  expect(told).toBe("Configuration")
  await close()
}

const error = (number: number) => reproduces("database-unreachable", [number])

test("PostgreSQL, where nothing listens", async () => {
  await register("postgresql", `postgresql://app:secret@127.0.0.1:${await freePort()}/app`)
  expect(reproduces("database-unreachable", [0]).missingIn([log()])).toEqual([])
})

test("MySQL, where nothing listens", async () => {
  const port = await freePort()
  await register("mysql", `mysql://app:secret@127.0.0.1:${port}/app?acquireTimeout=1000`)
  expect(reproduces("database-unreachable", [1]).missingIn([log()])).toEqual([])
})

describe.skipIf(!hasMariadb())("on MariaDB", () => {
  test("a wrong password ends in the pool's timeout too", async () => {
    const url = new URL(await createMariadbDatabase("unreachable"))
    url.username = "nobody"
    url.password = "wrong"
    url.searchParams.set("acquireTimeout", "1000")
    await register("mysql", String(url))
    expect(error(1).missingIn([log()])).toEqual([])
  })
})

const missingFile = "file:/no-such-folder/dev.db"

test("SQLite, in a folder that doesn't exist", async () => {
  await register("sqlite", missingFile)
  expect(reproduces("database-unreachable", [2]).missingIn([log()])).toEqual([])
  expect(reproduces("server-configuration", [3]).missingIn([log()])).toEqual([])
})

test("a session in the database", async () => {
  const { config, close } = await unreachable("sqlite", missingFile)
  const cookie = "authjs.session-token=a"
  expect((await ask(config, "/api/auth/session", { cookie })).body).toBe("null")
  expect(reproduces("server-configuration", [3]).missingIn([log()])).toEqual([])
  expect(reproduces("database-unreachable", [2, 3]).missingIn([log()])).toEqual([])
  await close()
})

test("a session callback that fails, with a database that answers", async () => {
  const session = () => Promise.reject(new Error("of a callback"))
  const { handlers } = NextAuth(stockConfig({ callbacks: { session } }))
  const browser = new UserAgent(handlers)
  expect(await browser.register("a@passkeys.example")).toBeNull()
  expect(await (await browser.request("GET", "/api/auth/session")).json()).toBeNull()
  expect(reproduces("database-unreachable", [3]).missingIn([log()])).toEqual([])
  expect(log()).not.toContain("AdapterError")
})
