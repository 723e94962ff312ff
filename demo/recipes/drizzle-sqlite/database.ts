import { DrizzleAdapter } from "@auth/drizzle-adapter"
import { and, eq, lt } from "drizzle-orm"
import { drizzle } from "drizzle-orm/libsql"
import type { Adapter } from "next-auth/adapters"
import { createSqliteClient } from "@/sqlite-client"
import {
  accounts,
  authenticators,
  sessions,
  users,
  verificationTokens,
} from "./schema"

const connect = () =>
  drizzle(
    createSqliteClient({
      url: process.env.DATABASE_URL!,
      authToken: process.env.DATABASE_AUTH_TOKEN,
    }),
  )

const globalForDatabase = globalThis as unknown as {
  database?: ReturnType<typeof connect>
}

export const database = globalForDatabase.database ?? connect()

// In development, Next.js reloads modules. Keep one client across
// reloads.
if (process.env.NODE_ENV !== "production")
  globalForDatabase.database = database

const drizzleAdapter: Adapter = DrizzleAdapter(database, {
  usersTable: users,
  accountsTable: accounts,
  sessionsTable: sessions,
  verificationTokensTable: verificationTokens,
  authenticatorsTable: authenticators,
})

export const adapter: Adapter = {
  ...drizzleAdapter,
  // Accept only one of several simultaneous responses with the same
  // counter. WebAuthn L3 §7.2 step 22. The counter of most passkeys
  // stays at 0.
  async updateAuthenticatorCounter(credentialID, counter) {
    const { counter: stored } = authenticators
    const isLower = and(
      eq(authenticators.credentialID, credentialID),
      counter === 0 ? eq(stored, 0) : lt(stored, counter),
    )
    const [row] = await database
      .update(authenticators)
      .set({ counter })
      .where(isLower)
      .returning()
    if (!row)
      throw new Error(
        `The stored counter is not lower than ${counter}.`,
      )
    return row
  },
}
