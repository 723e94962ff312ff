import { DrizzleAdapter } from "@auth/drizzle-adapter"
import { drizzle } from "drizzle-orm/libsql"
import { createSqliteClient } from "@/sqlite-client"
import { accounts, authenticators, sessions, users, verificationTokens } from "./schema"

export const database = drizzle(
  createSqliteClient({
    url: process.env.DATABASE_URL!,
    authToken: process.env.DATABASE_AUTH_TOKEN,
  }),
)

export const adapter = DrizzleAdapter(database, {
  usersTable: users,
  accountsTable: accounts,
  sessionsTable: sessions,
  verificationTokensTable: verificationTokens,
  authenticatorsTable: authenticators,
})
