import { memoryAdapter } from "../../demo/recipes/adapter-contract/memory-adapter"
import type { Adapter, AdapterAuthenticator } from "next-auth/adapters"

type Whole = Required<Adapter>

/** The adapter that keeps the contract, with a mistake in it. */
function broken(mistake: (right: Whole) => Partial<Adapter>): Adapter {
  const right = memoryAdapter() as Whole
  return { ...right, ...mistake(right) }
}

/** An adapter that writes an authenticator otherwise than it was given. */
const writes = (change: (given: AdapterAuthenticator) => AdapterAuthenticator) =>
  broken((right) => ({ createAuthenticator: (given) => right.createAuthenticator(change(given)) }))

/** Adapters with one mistake each, and the cases of the contract that find it. */
export const brokenAdapters: Record<string, { adapter: Adapter; failed: string[] }> = {
  "undefined for what is not there": {
    adapter: broken((right) => ({
      getAuthenticator: async (id) => (await right.getAuthenticator(id)) ?? (undefined as never),
    })),
    failed: [
      "missing rows are null, not undefined",
      "ids that differ by case are two credentials",
      "deleting a user deletes all of their rows",
    ],
  },
  "null for an empty list": {
    adapter: broken((right) => ({
      async listAuthenticatorsByUserId(id) {
        const list = await right.listAuthenticatorsByUserId(id)
        return list.length ? list : (null as never)
      },
    })),
    failed: [
      "a user without passkeys has an empty list",
      "a credential has one owner",
      "deleting a user deletes all of their rows",
    ],
  },
  "getAccount's arguments the other way round": {
    adapter: broken((right) => ({ getAccount: (a, b) => right.getAccount(b, a) })),
    failed: [
      "an account is found by its id first, and its provider second",
      "a credential id may have 1,023 bytes, which are 1,364 characters",
      "ids that differ by case are two credentials",
    ],
  },
  "columns of 191 characters": {
    adapter: broken((right) => ({
      createAuthenticator(given) {
        if (given.credentialID.length > 191) throw new Error("Data too long for column")
        return right.createAuthenticator(given)
      },
    })),
    failed: ["a credential id may have 1,023 bytes, which are 1,364 characters"],
  },
  "ids compared without case": {
    adapter: broken((right) => {
      const first = new Map<string, string>()
      const found = (id: string) => first.get(id.toLowerCase()) ?? id
      return {
        async createAuthenticator(given) {
          if (first.has(given.credentialID.toLowerCase())) throw new Error("Duplicate entry")
          first.set(given.credentialID.toLowerCase(), given.credentialID)
          return right.createAuthenticator(given)
        },
        getAuthenticator: (id) => right.getAuthenticator(found(id)),
        updateAuthenticatorCounter: (id, counter) =>
          right.updateAuthenticatorCounter(found(id), counter),
      }
    }),
    failed: ["ids that differ by case are two credentials"],
  },
  "nothing returned where a row was created": {
    adapter: broken((right) => ({
      createAuthenticator: async (given) => void (await right.createAuthenticator(given)) as never,
    })),
    failed: ["an authenticator comes back as it was given"],
  },
  "a public key that is cut off": {
    adapter: writes((given) => ({
      ...given,
      credentialPublicKey: given.credentialPublicKey.slice(0, 255),
    })),
    failed: ["a public key may be long"],
  },
  "no transports refused": {
    adapter: broken((right) => ({
      createAuthenticator(given) {
        if (given.transports === undefined) throw new Error("undefined is no value")
        return right.createAuthenticator(given)
      },
    })),
    failed: ["transports may be missing"],
  },
  "a counter with a sign": {
    adapter: writes((given) => ({ ...given, counter: given.counter | 0 })),
    failed: ["a counter is an unsigned 32-bit integer"],
  },
  "a list that an update of the counter makes longer": {
    adapter: broken((right) => {
      const twice = new Set<string>()
      return {
        updateAuthenticatorCounter(id, counter) {
          twice.add(id)
          return right.updateAuthenticatorCounter(id, counter)
        },
        async listAuthenticatorsByUserId(userId) {
          const list = await right.listAuthenticatorsByUserId(userId)
          return [...list, ...list.filter(({ credentialID }) => twice.has(credentialID))]
        },
      }
    }),
    failed: ["updating a counter changes only that passkey"],
  },
  "a counter that nobody has, updated in silence": {
    adapter: broken((right) => ({
      updateAuthenticatorCounter: async (id, counter) =>
        (await right.getAuthenticator(id))
          ? right.updateAuthenticatorCounter(id, counter)
          : (null as never),
    })),
    failed: ["updating the counter of a missing passkey is rejected"],
  },
  "one passkey for each user": {
    adapter: broken((right) => ({
      listAuthenticatorsByUserId: async (id) =>
        (await right.listAuthenticatorsByUserId(id)).slice(0, 1),
    })),
    failed: [
      "updating a counter changes only that passkey",
      "a user's list has all of their passkeys, and nobody else's",
    ],
  },
  "a row that is written over": {
    adapter: broken((right) => {
      const rows = new Map<string, AdapterAuthenticator>()
      return {
        createAuthenticator(given) {
          rows.set(given.credentialID, given)
          return given
        },
        getAuthenticator: (id) => rows.get(id) ?? null,
        listAuthenticatorsByUserId: (userId) =>
          [...rows.values()].filter((row) => row.userId === userId),
        updateAuthenticatorCounter(id, counter) {
          const row = rows.get(id)
          if (!row) throw new Error("not found")
          rows.set(id, { ...row, counter })
          return { ...row, counter }
        },
        deleteUser(id) {
          for (const [key, row] of rows) if (row.userId === id) rows.delete(key)
          return right.deleteUser(id) as undefined
        },
      }
    }),
    failed: [
      "a credential has one owner",
      "only one of two simultaneous registrations of a credential succeeds",
    ],
  },
  "a look first, and a write later": {
    adapter: broken((right) => ({
      async createAuthenticator(given) {
        if (await right.getAuthenticator(given.credentialID)) throw new Error("is there already")
        await new Promise((resolve) => setTimeout(resolve, 1))
        try {
          return await right.createAuthenticator(given)
        } catch {
          return given
        }
      },
    })),
    failed: ["only one of two simultaneous registrations of a credential succeeds"],
  },
  "a user who leaves their passkeys behind": {
    adapter: broken((right) => ({
      async deleteUser(id) {
        const kept = await right.listAuthenticatorsByUserId(id)
        await right.deleteUser(id)
        for (const each of kept) await right.createAuthenticator(each)
      },
    })),
    failed: ["deleting a user deletes all of their rows"],
  },
}
