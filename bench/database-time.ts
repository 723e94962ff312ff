import { PrismaAdapter } from "@auth/prisma-adapter"
import { PrismaPg } from "@prisma/adapter-pg"
import type { Adapter } from "next-auth/adapters"
import { migrate } from "../scripts/migrate"
import { safeRegistration } from "../demo/recipes/safe-registration/passkeys/safe-registration"
import { singleQuerySignIn } from "../demo/recipes/single-query-sign-in/passkeys/single-query-sign-in"
import { PrismaClient } from "../demo/recipes/postgresql/generated/prisma/client"
import { startPostgresql } from "../tests/support/postgresql-server"
import { makePeople } from "./people"
import { plansOf } from "./plans"

/** What a sign-in costs PostgreSQL with so many users, in milliseconds, round by round. */
export type DatabaseTime = {
  users: number
  /** With a passkey that keeps its counter at 0, as most do: nothing of it is written. */
  still: number[]
  /** With one that counts. */
  counting: number[]
}

const settings = {
  shared_preload_libraries: "pg_stat_statements",
  // Without it, only what is executed would count, and not how PostgreSQL finds out how to.
  "pg_stat_statements.track_planning": "on",
  // A database of this size has memory of its own: the manual advises a quarter of the machine's.
  shared_buffers: "2GB",
  max_wal_size: "1GB",
}

/**
 * Measures the time that PostgreSQL itself says a sign-in took it, with few users and with many, by
 * turns.
 *
 * @returns The times, and the plans of the statements with the most users.
 */
export async function measureDatabaseTime(sizes: number[], rounds: number, signIns: number) {
  const server = await startPostgresql(settings)
  const opened: Awaited<ReturnType<typeof open>>[] = []
  try {
    for (const users of sizes)
      opened.push(await open(await server.createDatabase(`users_${users}`), users))
    const times = sizes.map((users): DatabaseTime => ({ users, still: [], counting: [] }))
    // The first turn fills caches, and does not count.
    for (let round = 0; round <= rounds; round++)
      for (const [index, { prisma, ids }] of opened.entries())
        for (const kind of ["still", "counting"] as const) {
          await prisma.$executeRawUnsafe("SELECT pg_stat_statements_reset()")
          for (let count = 0; count < signIns; count++)
            await signIn(prisma, ids[(round * signIns + count) % ids.length] ?? "", kind)
          if (round > 0) times[index]?.[kind].push((await timeIn(prisma)) / signIns)
        }
    const largest = opened.at(-1)
    const plans = largest
      ? await plansOf(largest.url, (prisma) => signIn(prisma, largest.ids[0] ?? "", "counting"))
      : []
    return { times, plans }
  } finally {
    await Promise.all(opened.map(({ prisma }) => prisma.$disconnect()))
    await server.stop()
  }
}

async function open(url: string, users: number) {
  await migrate(url)
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) })
  await prisma.$executeRawUnsafe("CREATE EXTENSION pg_stat_statements")
  return { url, prisma, ids: await makePeople(prisma, users) }
}

/** What Auth.js asks of the adapter with all extras at a sign-in, in its order. */
async function signIn(prisma: PrismaClient, credentialID: string, kind: "still" | "counting") {
  // Each database has a generated client of its own. Their methods are the same.
  const client = prisma as unknown as Parameters<typeof singleQuerySignIn>[1]
  const config = { adapter: PrismaAdapter(client), providers: [] }
  const { adapter: perRequest } = singleQuerySignIn(safeRegistration(config, client), client)
  const adapter = perRequest as Required<Adapter>
  const authenticator = await adapter.getAuthenticator(credentialID)
  if (!authenticator) throw new Error(`The bench made no passkey ${credentialID}.`)
  const counter = authenticator.counter + (kind === "counting" ? 1 : 0)
  await adapter.updateAuthenticatorCounter(credentialID, counter)
  const account = await adapter.getAccount(credentialID, "passkey")
  const user = await adapter.getUser(account?.userId ?? "")
  await adapter.getUserByAccount({ provider: "passkey", providerAccountId: credentialID })
  if (!user) throw new Error(`The bench made no user for ${credentialID}.`)
  const expires = new Date(Date.now() + 30 * 24 * 3_600_000)
  await adapter.createSession({ sessionToken: crypto.randomUUID(), userId: user.id, expires })
}

/** The milliseconds that the server spent on the database's statements since they were reset. */
async function timeIn(prisma: PrismaClient): Promise<number> {
  const [row] = await prisma.$queryRawUnsafe<{ time: number }[]>(
    `SELECT sum(total_plan_time + total_exec_time) AS time FROM pg_stat_statements
      WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND query NOT LIKE '%pg_stat_statements%'`,
  )
  return Number(row?.time)
}
