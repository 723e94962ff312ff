import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { migrate } from "../../scripts/migrate"
import { hasPgbouncer, startPgbouncer } from "../support/pgbouncer"
import { createPostgresqlDatabase } from "../support/shared-databases"
import { SoftwareAuthenticator } from "../support/software-authenticator"
import { allExtras, handlersWith } from "./apps"
import { execute } from "./execute"
import { UserAgent } from "./user-agent"

/** What /deploy/several-processes has the reader add to pgbouncer.ini. */
const ignored = "ignore_startup_parameters = extra_float_digits,statement_timeout"

/** The reader's own `prisma.ts` for PostgreSQL, on a database behind a pooler. */
async function openPrisma(url: string) {
  vi.resetModules()
  // Where prisma.ts keeps its client while one develops.
  Object.assign(globalThis, { prisma: undefined })
  vi.stubEnv("DATABASE_URL", url)
  const { prisma } = await import("../../demo/recipes/postgresql/prisma")
  return prisma
}

describe.skipIf(!hasPgbouncer())("PgBouncer with a connection for each transaction", () => {
  let direct: string
  let pooler: Awaited<ReturnType<typeof startPgbouncer>>
  let prisma: Awaited<ReturnType<typeof openPrisma>>
  const origin = "http://localhost:3000"

  beforeAll(async () => {
    vi.stubEnv("AUTH_URL", origin)
    vi.stubEnv("AUTH_SECRET", "s".repeat(32))
    direct = await createPostgresqlDatabase("pooled")
    await migrate(direct)
    pooler = await startPgbouncer(direct, [ignored])
    prisma = await openPrisma(pooler.url)
  })
  afterAll(async () => {
    await prisma?.$disconnect()
    await pooler?.stop()
    vi.unstubAllEnvs()
  })

  test("10 people register and sign in at once over three connections, with all extras", async () => {
    const handlers = handlersWith(allExtras, prisma as never)
    const people = Array.from({ length: 10 }, async (_, i) => {
      const authenticator = new SoftwareAuthenticator(origin)
      const email = `pooled-${i}@passkeys.example`
      const agent = new UserAgent(handlers, authenticator)
      expect(await agent.register(email)).toBeNull()
      const again = new UserAgent(handlers, authenticator)
      expect(await again.signIn()).toBeNull()
      expect(await again.email()).toBe(email)
    })
    await Promise.all(people)
    expect(await prisma.authenticator.count()).toBe(10)
  })

  test("the time limit of statements is the role's, because the pooler drops the client's", async () => {
    const timeout = async (url: string) => {
      const client = await openPrisma(url)
      const [row] =
        await client.$queryRawUnsafe<{ statement_timeout: string }[]>("SHOW statement_timeout")
      await client.$disconnect()
      return row?.statement_timeout
    }
    expect(await timeout(direct)).toBe("5s")
    expect(await timeout(pooler.url)).toBe("0")
    const name = new URL(direct).pathname.slice(1)
    await execute(direct, `ALTER ROLE postgres IN DATABASE "${name}" SET statement_timeout = '5s'`)
    const other = await startPgbouncer(direct, [ignored])
    expect(await timeout(other.url).finally(other.stop)).toBe("5s")
  })

  test("without the setting, it refuses every connection of prisma.ts", async () => {
    const strict = await startPgbouncer(direct, [])
    const client = await openPrisma(strict.url)
    const error = await client.user.count().catch((error: Error) => error)
    await client.$disconnect()
    await strict.stop()
    expect(String(error)).toContain("unsupported startup parameter: statement_timeout")
  })
})
