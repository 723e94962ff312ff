import type { NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"

/**
 * The configuration for one request. In it a passkey is added to the account that asked for it, or
 * to a new one: a registration that was begun signed in ends in a session of the same user, and one
 * that was begun signed out ends signed out. Otherwise nothing is written.
 *
 * Give each request its own: whom the registration is for belongs to that request.
 */
export function bindRegistration(config: NextAuthConfig & { adapter: Adapter }): NextAuthConfig {
  const { adapter, callbacks } = config
  let registering = false
  let userId: string | undefined

  return {
    ...config,
    callbacks: {
      ...callbacks,
      // Auth.js calls it with the user that the cookie of the challenge names. It has an id if the
      // registration was begun signed in. The account has an owner if it is a sign-in.
      async signIn(params) {
        registering = params.account?.type === "webauthn" && !params.account.userId
        userId = params.user.id
        return (await callbacks?.signIn?.(params)) ?? true
      },
    },
    adapter: {
      ...adapter,
      async createUser(data) {
        if (registering && userId)
          throw new Error(`User ${userId} began this registration, and is signed out now.`)
        const user = await adapter.createUser!(data)
        userId = user.id
        return user
      },
      linkAccount(account) {
        if (registering && account.userId !== userId)
          throw new Error(
            `User ${account.userId} is signed in, but ${userId ?? "nobody"} was when this registration began.`,
          )
        return adapter.linkAccount!(account)
      },
    },
  }
}
