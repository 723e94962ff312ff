import type { NextAuthConfig } from "next-auth"
import type {
  Adapter,
  AdapterAccount,
  AdapterUser,
} from "next-auth/adapters"
import type { Prisma, PrismaClient } from "@/generated/prisma/client"

type ConfigWithAdapter = NextAuthConfig & { adapter: Adapter }

/**
 * Returns the configuration, changed so that a registration is written
 * completely or not at all, and only to the account that started it:
 *
 * - Auth.js writes the user, the account, the session and the
 *   authenticator one by one. Here they are written in one transaction,
 *   so that a failure never leaves an orphaned account.
 * - A passkey that a signed-in user asked for is only added to that
 *   user's account, and an account is only created if nobody was signed
 *   in. Otherwise, the page gets the error `Configuration`.
 *
 * Auth.js reads `config.adapter` anew for each request, so the getter
 * gives each request an adapter of its own. Pass the result to
 * `NextAuth()` as it is: a copy with `...` would share one adapter.
 */
export function safeRegistration(
  config: ConfigWithAdapter,
  prisma: PrismaClient,
): ConfigWithAdapter {
  const { callbacks } = config
  return {
    ...config,
    callbacks: {
      ...callbacks,
      // Auth.js passes the user from the challenge cookie. It has an id
      // if the user was signed in when the registration started. The
      // account has an owner if this is a sign-in.
      signIn(params) {
        const { user, account } = params
        if (account?.type === "webauthn" && !account.userId)
          Object.assign(account, { [startedBy]: user.id })
        return callbacks?.signIn ? callbacks.signIn(params) : true
      },
    },
    get adapter() {
      return inOneTransaction(config.adapter, prisma)
    },
  }
}

/**
 * Marks the account of a registration with the id of who was signed in
 * when it started, if anybody.
 */
const startedBy = Symbol("startedBy")

/**
 * An adapter for one request. It holds rows back until the
 * authenticator arrives.
 */
function inOneTransaction(
  adapter: Adapter,
  prisma: PrismaClient,
): Adapter {
  // Prisma doesn't run a query until it's awaited or passed to
  // `$transaction`.
  const held: Prisma.PrismaPromise<unknown>[] = []
  let signingIn = false
  let registering = false
  let newUser: AdapterUser | undefined

  return {
    ...adapter,
    // Auth.js looks up the authenticator during a sign-in, but not
    // during a registration.
    async getAuthenticator(credentialID) {
      signingIn = true
      return (await adapter.getAuthenticator?.(credentialID)) ?? null
    },
    // WebAuthn L3 §7.1 step 26: a registration fails if its credential
    // id is already registered.
    async getUserByAccount(account) {
      if (registering)
        throw new Error(
          "An adapter of safeRegistration serves one request only.",
        )
      const user = (await adapter.getUserByAccount?.(account)) ?? null
      registering = account.provider === "passkey" && !signingIn
      if (user && registering)
        throw new Error("The credential id is registered already.")
      return user
    },
    async createUser(data) {
      if (!registering) return adapter.createUser!(data)
      // The data is the user from the challenge cookie.
      if (data.id)
        throw new Error(
          `User ${data.id} began this registration, and is no longer signed in.`,
        )
      // A UUID instead of the schema's cuid(), because the other rows
      // need the id before this one exists.
      newUser = {
        ...data,
        id: crypto.randomUUID(),
        emailVerified: null,
      }
      held.push(prisma.user.create({ data: newUser }))
      return newUser
    },
    linkAccount(account: AdapterAccount & { [startedBy]?: string }) {
      if (!(startedBy in account)) return adapter.linkAccount!(account)
      const { [startedBy]: starter, ...row } = account
      if (row.userId !== (newUser?.id ?? starter))
        throw new Error(
          `User ${row.userId} is signed in, but ${starter ?? "nobody"} was when this registration began.`,
        )
      held.push(
        prisma.account.create({
          data: row as Prisma.AccountUncheckedCreateInput,
        }),
      )
      return null
    },
    // Somebody who is signed in keeps their session.
    async createSession(data) {
      if (!newUser) return adapter.createSession!(data)
      held.push(prisma.session.create({ data }))
      return data
    },
    async createAuthenticator(data) {
      const [user] = await prisma.$transaction([
        ...held,
        prisma.authenticator.create({ data }),
      ])
      // The `jwt` callback gets this object: with the columns that the
      // database filled in.
      if (newUser) Object.assign(newUser, user)
      return data
    },
  }
}
