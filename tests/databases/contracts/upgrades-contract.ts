import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { databaseOf } from "../../../demo/live/server/database-url"
import { root } from "../../../scripts/root"
import { SoftwareAuthenticator } from "../../support/software-authenticator"
import { stored } from "./contract-fixture"
import type { Engine } from "../engines/engine"
import { execute } from "../execute"
import { openRegistrations } from "./registration-fixture"
import { origin, UserAgent } from "../user-agent"

/** What older instructions make, apart from the primary key. `CRED` is the type they give an id. */
const columns = `"credentialID" CRED NOT NULL, "userId" KEY NOT NULL,
  "providerAccountId" CRED NOT NULL, "credentialPublicKey" TEXT NOT NULL,
  "counter" INTEGER NOT NULL, "credentialDeviceType" KEY NOT NULL,
  "credentialBackedUp" BOOLEAN NOT NULL, "transports" KEY`

const relation = `CONSTRAINT "Authenticator_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE`

const olderTables = {
  "a primary key `id`": `CREATE TABLE "Authenticator" ("id" KEY NOT NULL, ${columns}, CONSTRAINT "Authenticator_pkey" PRIMARY KEY ("id"), ${relation});`,
  "the primary key `userId` and `credentialID`": `CREATE TABLE "Authenticator" (${columns}, CONSTRAINT "Authenticator_pkey" PRIMARY KEY ("userId", "credentialID"), ${relation});`,
}

/** Those of the core: the table of older instructions has no others. */
const coreColumns = {
  credentialID: true,
  userId: true,
  providerAccountId: true,
  credentialPublicKey: true,
  counter: true,
  credentialDeviceType: true,
  credentialBackedUp: true,
  transports: true,
}

const details = (database: string) =>
  `demo/recipes/passkey-details/migrations/${database}/20261201000000_passkey_details/migration.sql`

/** That an older Authenticator table becomes ours, and every passkey in it still signs in. */
export function describeUpgrades(start: () => Promise<Engine>) {
  let engine: Engine
  let site: Awaited<ReturnType<typeof openRegistrations>>
  beforeAll(async () => {
    engine = await start()
    site = await openRegistrations(engine)
  })
  afterAll(() => site.close())

  test.each(Object.entries(olderTables))(
    "an Authenticator table with %s",
    async (shape, create) => {
      const database = databaseOf(engine.url)
      const types = database === "mysql" ? { CRED: "VARCHAR(191)", KEY: "VARCHAR(191)" } : {}
      const typed = (sql: string) =>
        sql.replace(/\b(CRED|KEY)\b(?! \()/g, (name) => types[name as keyof typeof types] ?? "TEXT")

      // As it was: people with passkeys, in the older table.
      const all = []
      for (let i = 0; i < 3; i++) {
        const agent = new UserAgent(
          site.handlers,
          new SoftwareAuthenticator(origin, { counter: 2 * i }),
        )
        const email = site.newEmail()
        await agent.register(email)
        all.push({ email, authenticator: agent.authenticator })
      }
      const rows = await site.prisma.authenticator.findMany({ select: coreColumns })
      await execute(engine.url, `DROP TABLE "Authenticator";`)
      if (database === "mysql")
        await execute(
          engine.url,
          `ALTER TABLE "Account" MODIFY "providerAccountId" VARCHAR(191) NOT NULL;`,
        )
      // As Prisma makes a table: the foreign key asks for the comparison of User.id.
      const suffix =
        database === "mysql" ? " DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;" : ";"
      await execute(engine.url, typed(create.replace(/;$/, suffix)))
      await execute(
        engine.url,
        `CREATE UNIQUE INDEX "Authenticator_credentialID_key" ON "Authenticator"("credentialID");`,
      )
      for (const row of rows) {
        const id = shape.includes("`id`") ? { id: crypto.randomUUID() } : {}
        const values = Object.values({ ...id, ...row }).map((value) =>
          typeof value === "string" ? `'${value}'` : value === null ? "NULL" : String(value),
        )
        const names = Object.keys({ ...id, ...row }).map((name) => `"${name}"`)
        await execute(engine.url, `INSERT INTO "Authenticator" (${names}) VALUES (${values});`)
      }

      const file = join(root, "prisma", database, "upgrades/authenticator.sql")
      await execute(engine.url, await readFile(file, "utf8"))
      // The extra, whose columns the client asks for, comes after it.
      await execute(engine.url, await readFile(join(root, details(database)), "utf8"))

      expect(
        await site.prisma.authenticator.findMany({
          select: coreColumns,
          orderBy: { credentialID: "asc" },
        }),
      ).toEqual(rows.sort((one, other) => (one.credentialID < other.credentialID ? -1 : 1)))
      for (const [i, { email, authenticator }] of all.entries()) {
        const agent = new UserAgent(site.handlers, authenticator)
        expect(await agent.signIn({ counter: 2 ** 32 - 3 + i })).toBeNull()
        expect(await agent.email()).toBe(email)
        agent.authenticator = new SoftwareAuthenticator(origin, {
          credentialId: Buffer.alloc(1_023, email),
        })
        expect(await agent.register()).toBeNull()
      }
      // It is unique and it cascades, as ours.
      const [first, second] = all
      const taken = { ...rows[0]!, credentialID: stored(second!.authenticator) }
      await expect(site.prisma.authenticator.create({ data: taken })).rejects.toThrow()
      await site.prisma.user.delete({ where: { email: first!.email } })
      expect(await new UserAgent(site.handlers, first!.authenticator).signIn()).not.toBeNull()
      await site.prisma.user.deleteMany()
      expect(await site.prisma.authenticator.count()).toBe(0)
    },
  )
}
