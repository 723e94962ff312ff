import { DrizzleAdapter } from "@auth/drizzle-adapter"
import { drizzle } from "drizzle-orm/node-postgres"
import { accounts, authenticators, sessions, users, verificationTokens } from "./schema"

export const database = drizzle(process.env.DATABASE_URL!)

// When PostgreSQL restarts, idle connections end. Where nobody listens, Node.js ends too.
database.$client.on("error", (error) => console.error(error))

/** Without the tables it would use its own, where a counter is an `integer`. */
export const adapter = DrizzleAdapter(database, {
  usersTable: users,
  accountsTable: accounts,
  sessionsTable: sessions,
  verificationTokensTable: verificationTokens,
  // @ts-expect-error Its types know `integer` only. It works with `bigint` as well.
  authenticatorsTable: authenticators,
})
