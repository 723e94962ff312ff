import type { Adapter, AdapterAccount, AdapterAuthenticator, AdapterUser } from "next-auth/adapters"
import type { PrismaClient } from "../generated/prisma/client"

/**
 * Signs in with one query. Auth.js asks its adapter for the authenticator, then for its account, for
 * the account's user, and for that user again. This reads all of them with the first question, and
 * answers the others from what it has read.
 *
 * Give each request its own: what it has read belongs to that request.
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
      // The column is a BigInt: a counter may go to 2³² − 1 (WebAuthn L3 §6.1).
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
      // Most passkeys keep their counter at 0. What has not changed need not be written.
      if (authenticator?.counter === counter) return authenticator
      // Of answers with the same counter that come at once, one is let in. WebAuthn L3 §7.2 step 22.
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

/** The account of a passkey has the id of its credential. */
const accountOf = (providerAccountId: string) => ({
  where: { provider: "passkey", providerAccountId },
  select: { userId: true, type: true, provider: true, providerAccountId: true },
})
