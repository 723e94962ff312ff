import { DrizzleAdapter } from "@auth/drizzle-adapter"
import { drizzle } from "drizzle-orm/libsql"
import { accounts, authenticators, sessions, users, verificationTokens } from "./schema"

export const database = drizzle({
  connection: {
    url: process.env.DATABASE_URL!,
    authToken: process.env.DATABASE_AUTH_TOKEN,
    // How long, in milliseconds, to wait while another process writes to the file. By default: 0.
    timeout: 5_000,
  },
})

export const adapter = DrizzleAdapter(database, {
  usersTable: users,
  accountsTable: accounts,
  sessionsTable: sessions,
  verificationTokensTable: verificationTokens,
  authenticatorsTable: authenticators,
})
