import type { NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import type { Provider } from "next-auth/providers"
import type { WebAuthnConfig } from "next-auth/providers/webauthn"

type ConfigWithAdapter = NextAuthConfig & { adapter: Adapter }

/**
 * Returns the configuration, changed so that a browser may create a
 * passkey without a prompt (conditional create). Such a response says
 * that nobody was present and nobody was verified, which WebAuthn L3
 * §7.1 steps 15 and 16 allow for this ceremony only.
 *
 * The ceremony must begin as one: signed in, with
 * `mediation=conditional` in the request for the options. Their
 * challenge then has a prefix. Auth.js keeps the challenge in an
 * encrypted cookie, so a browser can't add the prefix to another one.
 *
 * Needs the extra `verification`: SimpleWebAuthn 9 can't accept a
 * response without user presence.
 */
export function conditionalCreate(
  config: ConfigWithAdapter,
): ConfigWithAdapter {
  return {
    ...config,
    providers: config.providers.map(allowConditionalCreate),
    get adapter() {
      return config.adapter
    },
  }
}

function allowConditionalCreate(provider: Provider): Provider {
  const passkey = typeof provider === "function" ? provider() : provider
  if (passkey.type !== "webauthn") return provider
  const { getRelayingParty, simpleWebAuthn } = passkey

  return {
    ...passkey,
    // Only this function gets the request, and its `name` is passed to
    // the next one. So the mark travels with the request. A variable
    // could end up in somebody else's.
    getRelayingParty(options, request) {
      const relayingParty = getRelayingParty(options, request)
      if (request.query?.mediation !== "conditional")
        return relayingParty
      return { ...relayingParty, name: relayingParty.name + mark }
    },
    simpleWebAuthn: {
      ...simpleWebAuthn,
      generateRegistrationOptions(options) {
        if (!options.rpName.endsWith(mark))
          return simpleWebAuthn.generateRegistrationOptions(options)
        const rpName = options.rpName.slice(0, -mark.length)
        // Auth.js lists the passkeys of whoever is signed in. If nobody
        // is, this is a normal registration.
        if (!options.excludeCredentials)
          return simpleWebAuthn.generateRegistrationOptions({
            ...options,
            rpName,
          })
        return simpleWebAuthn.generateRegistrationOptions({
          ...options,
          rpName,
          challenge: createChallenge(),
          // With `required`, a browser that can't verify anybody
          // without a prompt must fail: WebAuthn L3 §5.1.3.
          authenticatorSelection: {
            ...options.authenticatorSelection,
            userVerification: "preferred",
          },
        })
      },
      verifyRegistrationResponse(options) {
        if (!isConditional(options.expectedChallenge))
          return simpleWebAuthn.verifyRegistrationResponse(options)
        // Version 9's type lacks `requireUserPresence`.
        const withoutPrompt = {
          ...options,
          requireUserPresence: false,
          requireUserVerification: false,
        }
        return simpleWebAuthn.verifyRegistrationResponse(withoutPrompt)
      },
    },
  } satisfies WebAuthnConfig
}

/** No name has a control character in it. */
const mark = "\u0000conditional"

const prefix = Buffer.from("conditional-create:")

/** 32 random bytes, as for any challenge, after the prefix. */
function createChallenge(): Uint8Array {
  const random = crypto.getRandomValues(new Uint8Array(32))
  return new Uint8Array(Buffer.concat([prefix, random]))
}

function isConditional(
  challenge: string | ((challenge: string) => unknown),
): boolean {
  return (
    typeof challenge === "string" &&
    Buffer.from(challenge, "base64url")
      .subarray(0, prefix.length)
      .equals(prefix)
  )
}
