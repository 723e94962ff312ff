import type {
  Adapter,
  AdapterAccount,
  AdapterAuthenticator,
  AdapterSession,
  AdapterUser,
} from "next-auth/adapters"

/**
 * The minimum that passkeys and database sessions require of an
 * adapter, with maps instead of a database. Use it as a reference: its
 * data is lost when the process exits.
 */
export function memoryAdapter(): Adapter {
  const users = new Map<string, AdapterUser>()
  const accounts = new Map<string, AdapterAccount>()
  const sessions = new Map<string, AdapterSession>()
  const authenticators = new Map<string, AdapterAuthenticator>()

  return {
    createUser({ id, ...user }) {
      // Auth.js leaves it to the adapter when a passkey is registered.
      const created = { ...user, id: id ?? crypto.randomUUID() }
      users.set(created.id, created)
      return created
    },
    getUser: (id) => users.get(id) ?? null,
    getUserByEmail: (email) =>
      [...users.values()].find((user) => user.email === email) ?? null,
    getUserByAccount: (account) =>
      users.get(accounts.get(keyOf(account))?.userId ?? "") ?? null,
    updateUser(changes) {
      const user = { ...present(users.get(changes.id)), ...changes }
      users.set(user.id, user)
      return user
    },
    async deleteUser(id) {
      users.delete(id)
      for (const rows of [accounts, sessions, authenticators])
        for (const [key, { userId }] of rows)
          if (userId === id) rows.delete(key)
    },

    linkAccount(account) {
      add(accounts, keyOf(account), account)
      return account
    },
    getAccount: (providerAccountId, provider) =>
      accounts.get(keyOf({ provider, providerAccountId })) ?? null,

    createSession(session) {
      sessions.set(session.sessionToken, session)
      return session
    },
    getSessionAndUser(sessionToken) {
      const session = sessions.get(sessionToken)
      const user = users.get(session?.userId ?? "")
      return session && user ? { session, user } : null
    },
    updateSession(changes) {
      const session = {
        ...present(sessions.get(changes.sessionToken)),
        ...changes,
      }
      sessions.set(session.sessionToken, session)
      return session
    },
    deleteSession: async (sessionToken) =>
      void sessions.delete(sessionToken),

    createAuthenticator(authenticator) {
      add(authenticators, authenticator.credentialID, authenticator)
      return authenticator
    },
    getAuthenticator: (credentialID) =>
      authenticators.get(credentialID) ?? null,
    listAuthenticatorsByUserId: (userId) =>
      [...authenticators.values()].filter(
        (authenticator) => authenticator.userId === userId,
      ),
    updateAuthenticatorCounter(credentialID, counter) {
      const stored = present(authenticators.get(credentialID))
      // Accept a counter once. WebAuthn L3 §7.2 step 22. The counter of
      // most passkeys stays at 0.
      if (
        counter === 0 ? stored.counter > 0 : stored.counter >= counter
      )
        throw new Error(
          `The stored counter is not lower than ${counter}.`,
        )
      const authenticator = { ...stored, counter }
      authenticators.set(credentialID, authenticator)
      return authenticator
    },
  }
}

const keyOf = (account: {
  provider: string
  providerAccountId: string
}) => JSON.stringify([account.provider, account.providerAccountId])

/** Like a unique index, it doesn't overwrite what already exists. */
function add<Row>(rows: Map<string, Row>, key: string, row: Row) {
  if (rows.has(key)) throw new Error(`${key} already exists.`)
  rows.set(key, row)
}

function present<Row>(row: Row | undefined): Row {
  if (!row) throw new Error("There is no such row.")
  return row
}
