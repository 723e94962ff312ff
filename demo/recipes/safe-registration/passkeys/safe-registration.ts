import type { NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"

/**
 * Returns the configuration for one request. It makes sure that a registration ends in the session in
 * which it started: a passkey that a signed-in user asked for is only added to that user's account, and
 * an account is only created if nobody was signed in. Everything else is rejected before anything is
 * written. The page gets the error `Configuration`, and the log has the reason.
 *
 * Create one for each request, because it remembers who the registration is for.
 */
export function bindRegistration(config: NextAuthConfig & { adapter: Adapter }): NextAuthConfig {
  const { adapter, callbacks } = config
  let registering = false
  let userId: string | undefined

  return {
    ...config,
    callbacks: {
      ...callbacks,
      // Auth.js passes the user from the challenge cookie. It has an id if the user was signed in when
      // the registration started. The account has an owner if this is a sign-in.
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
