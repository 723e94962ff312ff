import { DrizzleAdapter } from "@auth/drizzle-adapter"
import { and, eq, lt } from "drizzle-orm"
import { drizzle } from "drizzle-orm/mysql2"
import type { Adapter } from "next-auth/adapters"
import {
  accounts,
  authenticators,
  sessions,
  users,
  verificationTokens,
} from "./schema"

const connect = () => drizzle(process.env.DATABASE_URL!)

const globalForDatabase = globalThis as unknown as {
  database?: ReturnType<typeof connect>
}

export const database = globalForDatabase.database ?? connect()

// In development, Next.js reloads modules. Keep one client across
// reloads.
if (process.env.NODE_ENV !== "production")
  globalForDatabase.database = database

const tables = {
  usersTable: users,
  accountsTable: accounts,
  sessionsTable: sessions,
  verificationTokensTable: verificationTokens,
  authenticatorsTable: authenticators,
}

/**
 * Without the tables, it would use its own, in which columns are too
 * short for some passkeys.
 */
// @ts-expect-error Its types know Drizzle's own column types only. It works with others as well.
const drizzleAdapter: Adapter = DrizzleAdapter(database, tables)

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
    const [{ affectedRows }] = await database
      .update(authenticators)
      .set({ counter })
      .where(isLower)
    const row =
      affectedRows > 0
        ? await drizzleAdapter.getAuthenticator!(credentialID)
        : null
    if (!row)
      throw new Error(
        `The stored counter is not lower than ${counter}.`,
      )
    return row
  },
}
