import { DrizzleAdapter } from "@auth/drizzle-adapter"
import { drizzle } from "drizzle-orm/mysql2"
import { accounts, authenticators, sessions, users, verificationTokens } from "./schema"

export const database = drizzle(process.env.DATABASE_URL!)

/** Without the tables it would use its own, where columns are too short for some passkeys. */
export const adapter = DrizzleAdapter(database, {
  usersTable: users,
  accountsTable: accounts,
  sessionsTable: sessions,
  verificationTokensTable: verificationTokens,
  authenticatorsTable: authenticators,
})
