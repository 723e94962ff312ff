import type { NextAuthConfig } from "next-auth"
import type {
  Adapter,
  AdapterAccount,
  AdapterAuthenticator,
  AdapterUser,
} from "next-auth/adapters"
import type { PrismaClient } from "@/generated/prisma/client"

type ConfigWithAdapter = NextAuthConfig & { adapter: Adapter }

/**
 * Returns the configuration, changed so that a sign-in makes one query,
 * and so that each value of a signature counter is accepted once.
 * Auth.js asks its adapter for the authenticator, then for its account,
 * the account's user, and the same user again. Here the first query
 * reads all of them.
 *
 * Auth.js reads `config.adapter` anew for each request, so the getter
 * gives each request an adapter of its own. Pass the result to
 * `NextAuth()` as it is: a copy with `...` would share one adapter.
 */
export function singleQuerySignIn(
  config: ConfigWithAdapter,
  prisma: PrismaClient,
): ConfigWithAdapter {
  return {
    ...config,
    get adapter() {
      return withOneQuery(config.adapter, prisma)
    },
  }
}

/** An adapter for one request. It remembers what it has read. */
function withOneQuery(adapter: Adapter, prisma: PrismaClient): Adapter {
  let authenticator: AdapterAuthenticator | null = null
  let account: AdapterAccount | null = null
  let user: AdapterUser | null = null

  return {
    ...adapter,
    async getAuthenticator(credentialID) {
      if (authenticator)
        throw new Error(
          "An adapter of singleQuerySignIn serves one request only.",
        )
      const found = await prisma.authenticator.findUnique({
        where: { credentialID },
        include: {
          user: { include: { accounts: accountOf(credentialID) } },
        },
      })
      if (!found) return null
      const { user: owner, counter, ...passkey } = found
      const { accounts, ...person } = owner
      account = (accounts[0] as AdapterAccount | undefined) ?? null
      user = person as AdapterUser
      // The column is a BigInt, because a counter can reach 2³² − 1
      // (WebAuthn L3 §6.1).
      return (authenticator = { ...passkey, counter: Number(counter) })
    },
    getAccount: () => account,
    async getUser(id) {
      return user?.id === id
        ? user
        : ((await adapter.getUser?.(id)) ?? null)
    },
    async getUserByAccount(account) {
      return user ?? (await adapter.getUserByAccount?.(account)) ?? null
    },
    async updateAuthenticatorCounter(credentialID, counter) {
      // The counter of most passkeys stays at 0. Don't write it if it
      // hasn't changed.
      if (authenticator?.counter === counter) return authenticator
      // Accept only one of several simultaneous responses with the same
      // counter. WebAuthn L3 §7.2 step 22.
      const { count } = await prisma.authenticator.updateMany({
        where: { credentialID, counter: { lt: counter } },
        data: { counter },
      })
      if (!authenticator || count === 0)
        throw new Error(
          `The stored counter is not lower than ${counter}.`,
        )
      return { ...authenticator, counter }
    },
  }
}

/** A passkey's account has the id of its credential. */
const accountOf = (providerAccountId: string) => ({
  where: { provider: "passkey", providerAccountId },
  select: {
    userId: true,
    type: true,
    provider: true,
    providerAccountId: true,
  },
})
