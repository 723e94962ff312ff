import { DrizzleAdapter } from "@auth/drizzle-adapter"
import { and, eq, lt } from "drizzle-orm"
import { drizzle } from "drizzle-orm/node-postgres"
import type { Adapter } from "next-auth/adapters"
import {
  accounts,
  authenticators,
  sessions,
  users,
  verificationTokens,
} from "./schema"

const globalForDatabase = globalThis as unknown as {
  database?: ReturnType<typeof connect>
}

export const database = globalForDatabase.database ?? connect()

// In development, Next.js reloads modules. Keep one client across
// reloads.
if (process.env.NODE_ENV !== "production")
  globalForDatabase.database = database

function connect() {
  const database = drizzle({
    connection: {
      connectionString: process.env.DATABASE_URL,
      // Cancels a statement after this many milliseconds, even one that
      // waits for a lock.
      statement_timeout: 5_000,
    },
  })
  // When PostgreSQL restarts, idle connections end. Without a listener,
  // Node.js exits too.
  database.$client.on("error", (error) => console.error(error))
  return database
}

/**
 * Without the tables, it would use its own, in which a counter is an
 * `integer`.
 */
const drizzleAdapter: Adapter = DrizzleAdapter(database, {
  usersTable: users,
  accountsTable: accounts,
  sessionsTable: sessions,
  verificationTokensTable: verificationTokens,
  // @ts-expect-error Its types know `integer` only. It works with `bigint` as well.
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
