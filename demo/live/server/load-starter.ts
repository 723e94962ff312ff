import { databaseOf } from "./database-url"
import { keepErasing } from "./expiry"
import { clients } from "./prisma-clients"

/**
 * The starter with all extras, on the database that `DATABASE_URL` picks.
 *
 * `auth.ts` imports the starter's `prisma.ts`, which keeps its client on `globalThis` and takes the
 * one it finds there. So another client, loaded first, stands in for it: `auth.ts` is the same file
 * everywhere. See docs/decisions/004-one-auth-file.md.
 */
async function load() {
  const database = databaseOf(process.env.DATABASE_URL ?? "")
  Object.assign(globalThis, await clients[database]())
  const [{ auth, handlers }, { prisma }] = await Promise.all([
    import("./auth"),
    import("../../starter/prisma"),
  ])
  keepErasing(prisma, database)
  return { auth, handlers, prisma, database }
}

let loading: ReturnType<typeof load> | undefined

/** The starter's `auth`, `handlers` and `prisma`, and the name of the database. Loaded once. */
export const loadStarter = () => (loading ??= load())
