import { databaseOf } from "./database-url"
import { keepErasing } from "./expiry"

/** The recipe's `prisma.ts` for each database that the starter itself is not written for. */
const clients = {
  postgresql: () => import("../../recipes/postgresql/prisma"),
  mysql: () => import("../../recipes/mysql/prisma"),
}

/**
 * The starter, on the database that `DATABASE_URL` picks.
 *
 * The reader's `auth.ts` imports the reader's `prisma.ts`, which keeps its client on `globalThis`
 * and takes the one it finds there. So the file for another database, loaded first, stands in for
 * it: `auth.ts` is the same file everywhere. See docs/decisions/004-one-auth-file.md.
 */
async function load() {
  const database = databaseOf(process.env.DATABASE_URL ?? "")
  if (database !== "sqlite") Object.assign(globalThis, await clients[database]())
  const [{ auth, handlers }, { prisma }] = await Promise.all([
    import("../../starter/auth"),
    import("../../starter/prisma"),
  ])
  keepErasing(prisma, database)
  return { auth, handlers, prisma, database }
}

let loading: ReturnType<typeof load> | undefined

/** The starter's `auth`, `handlers` and `prisma`, and the name of the database. Loaded once. */
export const loadStarter = () => (loading ??= load())
