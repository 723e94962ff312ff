import type { NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"

type ConfigWithAdapter = NextAuthConfig & { adapter: Adapter }

/**
 * Returns the configuration, changed so that a `signIn` callback that
 * returns an address stops a passkey ceremony, as it stops every other
 * sign-in. The page gets the error `AccessDenied`. It isn't sent to the
 * address, because Auth.js drops it before anything can be done.
 */
export function strictSignIn(
  config: ConfigWithAdapter,
): ConfigWithAdapter {
  const { callbacks } = config
  return {
    ...config,
    get adapter() {
      return config.adapter
    },
    callbacks: {
      ...callbacks,
      async signIn(params) {
        const answer = (await callbacks?.signIn?.(params)) ?? true
        const isPasskey = params.account?.type === "webauthn"
        return isPasskey && typeof answer === "string" ? false : answer
      },
    },
  }
}
