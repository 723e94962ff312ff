import { randomUUID } from "node:crypto"
import { PrismaLibSql } from "@prisma/adapter-libsql"
import { PrismaMariaDb } from "@prisma/adapter-mariadb"
import { PrismaPg } from "@prisma/adapter-pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { databaseOf } from "../../../demo/live/server/database-url"
import { PrismaClient as Mysql } from "../../../demo/recipes/mysql/generated/prisma/client"
import { PrismaClient as Postgresql } from "../../../demo/recipes/postgresql/generated/prisma/client"
import { PrismaClient as Sqlite } from "../../../demo/starter/generated/prisma/client"
import { migrate } from "../../../scripts/migrate"
import type { Engine, Prisma } from "../engines/engine"

const log = [{ emit: "event", level: "query" } as const]

const clients = {
  sqlite: (url: string) => new Sqlite({ adapter: new PrismaLibSql({ url }), log }),
  postgresql: (connectionString: string) =>
    new Postgresql({ adapter: new PrismaPg({ connectionString }), log }) as unknown as Sqlite,
  mysql: (url: string) => new Mysql({ adapter: new PrismaMariaDb(url), log }) as unknown as Sqlite,
}

/** Holds demo/recipes/delete-expired-sessions to what /production says. */
export function describeExpiredSessions(startEngine: () => Promise<Engine>) {
  describe("expired sessions", () => {
    let engine: Engine
    let prisma: Prisma
    let deleteExpiredSessions: () => Promise<number>
    const statements: string[] = []

    beforeAll(async () => {
      engine = await startEngine()
      await migrate(engine.url)
      const client = clients[databaseOf(engine.url)](engine.url)
      prisma = client as unknown as Prisma
      ;(client as unknown as QueryEvents).$on("query", ({ query }) => statements.push(query))
      // The reader's prisma.ts takes the client that it finds here.
      Object.assign(globalThis, { prisma })
      const recipe =
        await import("../../../demo/recipes/delete-expired-sessions/delete-expired-sessions")
      deleteExpiredSessions = recipe.deleteExpiredSessions
    })
    afterAll(async () => {
      await prisma?.$disconnect()
      await engine?.stop()
    })

    async function addSessions(count: number, expires: Date) {
      const { id: userId } = await prisma.user.create({ data: {} })
      const newSession = () => ({ sessionToken: randomUUID(), userId, expires })
      await prisma.session.createMany({ data: Array.from({ length: count }, newSession) })
      return userId
    }

    test("the expired ones are deleted, in batches, and no others", async () => {
      // Two whole batches and a part.
      await addSessions(1_200, new Date(Date.now() - 60_000))
      const userId = await addSessions(10, new Date(Date.now() + 60_000))
      statements.length = 0
      expect(await deleteExpiredSessions()).toBe(1_200)
      expect(await prisma.session.count()).toBe(10)
      expect(await prisma.session.count({ where: { userId } })).toBe(10)
      expect(statements.filter((statement) => statement.startsWith("DELETE"))).toHaveLength(3)
      expect(await deleteExpiredSessions()).toBe(0)
    })

    test("two that run at once delete each session once", async () => {
      await addSessions(1_200, new Date(0))
      const counts = await Promise.all([deleteExpiredSessions(), deleteExpiredSessions()])
      expect(counts[0] + counts[1]).toBe(1_200)
    })

    test("an index finds them, and an index deletes them", async () => {
      await addSessions(2, new Date(0))
      statements.length = 0
      await deleteExpiredSessions()
      const own = statements.filter((statement) => /\bSession\b/.test(statement))
      expect(own.map((statement) => statement.split(" ")[0])).toEqual(["SELECT", "DELETE"])
      for (const statement of own) expect(await readsEveryRow(statement), statement).toBe(false)
    })

    /** With values in place of the parameters: text for tokens, times, and numbers at the end. */
    function readsEveryRow(statement: string) {
      const explained = statement
        .replace(/expires(.) < (\?|\$\d)/, "expires$1 < '2026-11-01 00:00:00'")
        .replace(/(LIMIT|OFFSET) (\?|\$\d)/g, "$1 500")
        .replace(/\?|\$\d/g, "'x'")
      return engine.readsEveryRow(prisma, explained)
    }
  })
}

type QueryEvents = { $on(event: "query", listener: (event: { query: string }) => void): void }
