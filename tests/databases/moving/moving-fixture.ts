import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { PrismaLibSql } from "@prisma/adapter-libsql"
import { PrismaMariaDb } from "@prisma/adapter-mariadb"
import { PrismaPg } from "@prisma/adapter-pg"
import { afterAll, beforeAll } from "vitest"
import type { PrismaClient } from "../../../.cache/moves/sqlite/generated/prisma/client"
import { databaseOf, type Database } from "../../../demo/live/server/database-url"
import { generateForMoves } from "../../../scripts/generate-for-moves"
import { root } from "../../../scripts/root"
import { SoftwareAuthenticator } from "../../support/software-authenticator"
import { handlersWith } from "../apps"
import { openRegistrations } from "../contracts/registration-fixture"
import type { Engine } from "../engines/engine"
import { execute } from "../execute"
import { origin, UserAgent } from "../user-agent"

export type Move = "move-to-better-auth" | "move-to-simplewebauthn" | "move-from-simplewebauthn"

/** What the moves read and write, apart from sessions and challenges. */
const tables = ["User", "Account", "Authenticator", "Passkey", "WebAuthnCredential"]

const adapters = {
  sqlite: (url: string) => new PrismaLibSql({ url }),
  postgresql: (connectionString: string) => new PrismaPg({ connectionString }),
  mysql: (url: string) => new PrismaMariaDb(url),
}

export type Moves = ReturnType<typeof openMoves>

/** Auth.js on a database that also has the tables of the moves, and a reader's client for all of them. */
export function openMoves(start: () => Promise<Engine>) {
  let database: Database
  let url: string
  let site: Awaited<ReturnType<typeof openRegistrations>>
  let prisma: PrismaClient
  let handlers: ReturnType<typeof handlersWith>

  const scriptOf = (move: Move, name: "tables" | "move" | "undo") =>
    readFile(join(root, "demo/recipes", move, database, `${name}.sql`), "utf8")

  beforeAll(async () => {
    const engine = await start()
    url = engine.url
    database = databaseOf(url)
    site = await openRegistrations(engine)
    handlers = handlersWith(["verification"], site.prisma)
    for (const move of ["move-to-better-auth", "move-to-simplewebauthn"] as const)
      await execute(url, await scriptOf(move, "tables"))
    const path = await generateForMoves(database)
    const client: { PrismaClient: typeof PrismaClient } = await import(path)
    prisma = new client.PrismaClient({ adapter: adapters[database](url) })
  })
  afterAll(async () => {
    await prisma?.$disconnect()
    await site?.close()
  })

  /** Somebody with a name and one passkey, in a browser of their own. */
  const person = async (
    name: string | null,
    options?: ConstructorParameters<typeof SoftwareAuthenticator>[1],
  ) => {
    const agent = new UserAgent(handlers, new SoftwareAuthenticator(origin, options))
    const email = site.newEmail()
    const error = await agent.register(email)
    if (error) throw new Error(error)
    const { id } = await prisma.user.update({ where: { email }, data: { name } })
    return { agent, email, id, name, authenticator: agent.authenticator }
  }

  return {
    person,

    /** People with every kind of key, with and without transports, and a counter of 32 bits. */
    async people() {
      const all = [
        await person("Zoë Łukasiewicz 🔑", { counter: 2 ** 32 - 9 }),
        await person("李小龍", { algorithm: "RS256" }),
        await person("O'Brien; --", { algorithm: "EdDSA", transports: ["usb", "nfc"] }),
      ] as const
      const emailVerified = new Date("2026-01-02T03:04:05.678Z")
      await prisma.user.update({ where: { id: all[0].id }, data: { emailVerified } })
      // What Auth.js stores if the browser names none.
      await prisma.authenticator.updateMany({
        where: { userId: all[1].id },
        data: { transports: null },
      })
      return all
    },

    get site() {
      return site
    },
    get prisma() {
      return prisma
    },
    get handlers() {
      return handlers
    },
    get database() {
      return database
    },

    /** Runs the move's own SQL, or the one that undoes it. */
    runSql: async (move: Move, name: "move" | "undo") => execute(url, await scriptOf(move, name)),

    /** Every row of these tables, as text, in an order of their own. */
    async rows(...names: string[]): Promise<string[]> {
      const all: string[] = []
      for (const name of names.length ? names : tables) {
        const rows = await site.query(`SELECT * FROM "${name}"`)
        all.push(...rows.map((row) => `${name} ${textOf(row)}`))
      }
      return all.sort()
    },

    /** An empty database. */
    async clear() {
      await prisma.user.deleteMany()
      await prisma.betterAuthVerification.deleteMany()
      await prisma.webAuthnChallenge.deleteMany()
    },
  }
}

const textOf = (row: unknown) =>
  JSON.stringify(row, (_key, value) => (typeof value === "bigint" ? Number(value) : value))
