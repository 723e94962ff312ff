import type { NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"

/**
 * Returns the configuration for one request, in which a registration ends in the session that it
 * began in. A passkey that was asked for while signed in is added to that user's account only. An
 * account is created only for somebody who was signed out. Everything else is refused before it is
 * written: the page is told `Configuration`, and the log has the reason.
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
          throw new Error(`User ${userId} began this registration, and is no longer signed in.`)
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
