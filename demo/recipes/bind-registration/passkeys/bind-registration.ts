import type { NextAuthConfig } from "next-auth"
import type {
  Adapter,
  AdapterAccount,
  AdapterUser,
} from "next-auth/adapters"

type ConfigWithAdapter = NextAuthConfig & { adapter: Adapter }

/**
 * Returns the configuration, changed so that a registration ends in the
 * session in which it started: a passkey that a signed-in user asked
 * for is only added to that user's account, and an account is only
 * created if nobody was signed in. A credential id that is already
 * registered is rejected too. The page gets the error `Configuration`,
 * the log has the reason, and nothing is written.
 *
 * Auth.js reads `config.adapter` anew for each request, so the getter
 * gives each request an adapter of its own. Pass the result to
 * `NextAuth()` as it is: a copy with `...` would share one adapter.
 */
export function bindRegistration(
  config: ConfigWithAdapter,
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
          for (const each of [user, account])
            Object.assign(each, { [startedBy]: user.id })
        return callbacks?.signIn ? callbacks.signIn(params) : true
      },
    },
    get adapter() {
      return bound(config.adapter)
    },
  }
}

/**
 * Marks what a registration writes with the id of who was signed in
 * when it started, if anybody.
 */
const startedBy = Symbol("startedBy")

type Mark = { [startedBy]?: string }

/**
 * An adapter for one request. It remembers the user that it has
 * created.
 */
function bound(adapter: Adapter): Adapter {
  let newUserId: string | undefined
  let signingIn = false

  return {
    ...adapter,
    // Auth.js looks up the authenticator during a sign-in, but not
    // during a registration.
    getAuthenticator(credentialID) {
      signingIn = true
      return adapter.getAuthenticator!(credentialID)
    },
    // WebAuthn L3 §7.1 step 26: a registration fails if its credential
    // id is already registered.
    async getUserByAccount(account) {
      const user = await adapter.getUserByAccount!(account)
      if (user && account.provider === "passkey" && !signingIn)
        throw new Error("The credential id is registered already.")
      return user
    },
    async createUser(data: AdapterUser & Mark) {
      const { [startedBy]: starter, ...row } = data
      if (starter)
        throw new Error(
          `User ${starter} began this registration, and is no longer signed in.`,
        )
      const user = await adapter.createUser!(row)
      newUserId = user.id
      return user
    },
    linkAccount(account: AdapterAccount & Mark) {
      if (!(startedBy in account)) return adapter.linkAccount!(account)
      const { [startedBy]: starter, ...row } = account
      if (row.userId !== (newUserId ?? starter))
        throw new Error(
          `User ${row.userId} is signed in, but ${starter ?? "nobody"} was when this registration began.`,
        )
      return adapter.linkAccount!(row as AdapterAccount)
    },
  }
}
