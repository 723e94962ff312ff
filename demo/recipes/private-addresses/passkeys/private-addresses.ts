import type { NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"

type ConfigWithAdapter = NextAuthConfig & { adapter: Adapter }

/**
 * Returns the configuration, changed so that the options of a ceremony
 * don't tell a signed-out visitor who has an account. Auth.js looks up
 * the address in `?email=`, and answers with its credential ids, with
 * an error, or with options to register.
 *
 * Here, nothing is looked up. Options to sign in never list
 * credentials, so the browser offers every passkey it has for the
 * site. Options to register are the same for each address. An address
 * that has an account is rejected at the end of the registration.
 *
 * The page must say what it wants: `?action=register` or
 * `?action=authenticate`. Auth.js's built-in page leaves that to a
 * lookup, so with this function it only signs people in.
 */
export function privateAddresses(
  config: ConfigWithAdapter,
): ConfigWithAdapter {
  return {
    ...config,
    get adapter() {
      return config.adapter
    },
    providers: config.providers.map((given) => {
      const provider = typeof given === "function" ? given() : given
      if (provider.type !== "webauthn") return given
      const { getUserInfo } = provider
      return {
        ...provider,
        // Auth.js calls it only if nobody is signed in.
        async getUserInfo(options, request) {
          if (request.query?.action !== "register") return null
          const adapter = {
            ...options.adapter!,
            getUserByEmail: nobody,
          }
          return getUserInfo({ ...options, adapter }, request)
        },
      }
    }),
  }
}

const nobody = async () => null
