import type { NextAuthConfig } from "next-auth"
import type { Adapter, AdapterUser } from "next-auth/adapters"
import type { Prisma, PrismaClient } from "@/generated/prisma/client"

type ConfigWithAdapter = NextAuthConfig & { adapter: Adapter }

/**
 * Returns the configuration, changed so that whoever proves an e-mail
 * address first has the account alone. Anyone can register a passkey
 * for an address that isn't theirs. When its owner later signs in by
 * e-mail, Auth.js opens the same account, and leaves the passkey in it.
 *
 * Here, the first sign-in that proves the address removes every
 * passkey, linked account, session and recovery code from before, in
 * one transaction. Nothing is removed if the link is opened where the
 * account is signed in, because then both belong to one person.
 *
 * Auth.js reads `config.adapter` anew for each request, so the getter
 * gives each request an adapter of its own. Pass the result to
 * `NextAuth()` as it is: a copy with `...` would share one adapter.
 *
 * @throws {Error} If `recoveryCodes` is inside. A recovery code signs
 * in as a link does, and would be taken for a proof.
 */
export function verifiedAddress(
  config: ConfigWithAdapter,
  prisma: PrismaClient,
): ConfigWithAdapter {
  const { callbacks, providers } = config
  if (providers.some((each) => "id" in each && each.id === recoveryId))
    throw new Error(
      "Put recoveryCodes around verifiedAddress: recoveryCodes(verifiedAddress(config, prisma), prisma).",
    )
  return {
    ...config,
    get adapter() {
      return endingUnproved(config.adapter, prisma)
    },
    callbacks: {
      ...callbacks,
      // With JWT sessions there are no rows to remove. A session from
      // before the proof says so, and ends when the proof is there.
      async jwt(params) {
        const { token, user } = params
        const isUnproved = user
          ? (user as AdapterUser).emailVerified === null
          : token.isUnproved === true
        if (isUnproved && !user && (await isProved(prisma, token.sub)))
          return null
        const changed = callbacks?.jwt
          ? await callbacks.jwt(params)
          : token
        return changed && isUnproved
          ? { ...changed, isUnproved }
          : changed
      },
    },
  }
}

const recoveryId = "recovery-code"

/** The table of the extra `recovery-codes`, for apps that have it. */
type WithRecoveryCodes = {
  recoveryCode?: {
    deleteMany(query: {
      where: { userId: string }
    }): Prisma.PrismaPromise<unknown>
  }
}

async function isProved(prisma: PrismaClient, id = "") {
  const user = await prisma.user.findUnique({ where: { id } })
  return user?.emailVerified !== null
}

/** An adapter for one request. It remembers whose request it is. */
function endingUnproved(
  adapter: Adapter,
  prisma: PrismaClient,
): Adapter {
  let signedIn: string | undefined
  let unproved: AdapterUser | null = null

  const isUnproved = (id: string) =>
    id === unproved?.id && id !== signedIn

  /** Removes what nobody has proved to be the owner's. */
  async function prove(userId: string): Promise<AdapterUser> {
    const { recoveryCode } = prisma as unknown as WithRecoveryCodes
    const codes = recoveryCode?.deleteMany({ where: { userId } })
    const [, , , user] = await prisma.$transaction([
      prisma.authenticator.deleteMany({ where: { userId } }),
      prisma.account.deleteMany({ where: { userId } }),
      prisma.session.deleteMany({ where: { userId } }),
      prisma.user.update({
        where: { id: userId },
        data: { emailVerified: new Date() },
      }),
      ...(codes ? [codes] : []),
    ])
    // The `jwt` callback may get the user that was read before.
    return Object.assign(unproved!, user)
  }

  return {
    ...adapter,
    // Auth.js looks up the session first. With JWT sessions, it looks
    // up the user whose id is in the cookie.
    async getSessionAndUser(sessionToken) {
      const found = await adapter.getSessionAndUser!(sessionToken)
      signedIn = found?.user.id
      return found
    },
    async getUser(id) {
      const user = await adapter.getUser!(id)
      signedIn = user?.id
      return user
    },
    async getUserByEmail(email) {
      const user = await adapter.getUserByEmail!(email)
      unproved = user?.emailVerified ? null : user
      return user
    },
    // Only a link by e-mail writes `emailVerified`.
    async updateUser(data) {
      return data.emailVerified && isUnproved(data.id)
        ? prove(data.id)
        : adapter.updateUser!(data)
    },
    // Auth.js links an account that it found by its address only with
    // `allowDangerousEmailAccountLinking`, by which you declare that
    // the provider verifies addresses.
    async linkAccount(account): Promise<void> {
      if (isUnproved(account.userId)) await prove(account.userId)
      await adapter.linkAccount!(account)
    },
  }
}
