import type { Adapter, AdapterAccount, AdapterAuthenticator, AdapterUser } from "next-auth/adapters"
import type { PrismaClient } from "../generated/prisma/client"

/**
 * Signs in with one query. Auth.js asks its adapter for the authenticator, then for its account, the
 * account's user, and the same user again. This adapter reads all of them with the first query and
 * returns the others from memory.
 *
 * Create one for each request, because what it has read belongs to that request.
 */
export function singleQuerySignIn(prisma: PrismaClient, adapter: Adapter): Adapter {
  let authenticator: AdapterAuthenticator | null = null
  let account: AdapterAccount | null = null
  let user: AdapterUser | null = null

  return {
    ...adapter,
    async getAuthenticator(credentialID) {
      const found = await prisma.authenticator.findUnique({
        where: { credentialID },
        include: { user: { include: { accounts: accountOf(credentialID) } } },
      })
      if (!found) return null
      const { user: owner, counter, ...passkey } = found
      const { accounts, ...person } = owner
      account = (accounts[0] as AdapterAccount | undefined) ?? null
      user = person as AdapterUser
      // The column is a BigInt, because a counter can reach 2³² − 1 (WebAuthn L3 §6.1).
      return (authenticator = { ...passkey, counter: Number(counter) })
    },
    getAccount: () => account,
    async getUser(id) {
      return user?.id === id ? user : ((await adapter.getUser?.(id)) ?? null)
    },
    async getUserByAccount(account) {
      return user ?? (await adapter.getUserByAccount?.(account)) ?? null
    },
    async updateAuthenticatorCounter(credentialID, counter) {
      // The counter of most passkeys stays at 0. Don't write it if it hasn't changed.
      if (authenticator?.counter === counter) return authenticator
      // Accept only one of several simultaneous responses with the same counter. WebAuthn L3 §7.2 step 22.
      const { count } = await prisma.authenticator.updateMany({
        where: { credentialID, counter: { lt: counter } },
        data: { counter },
      })
      if (!authenticator || count === 0)
        throw new Error(`The stored counter is not lower than ${counter}.`)
      return { ...authenticator, counter }
    },
  }
}

/** A passkey's account has the id of its credential. */
const accountOf = (providerAccountId: string) => ({
  where: { provider: "passkey", providerAccountId },
  select: { userId: true, type: true, provider: true, providerAccountId: true },
})
