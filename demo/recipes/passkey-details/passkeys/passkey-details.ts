import type { NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import type { WebAuthnConfig } from "next-auth/providers/webauthn"
import type { PrismaClient } from "@/generated/prisma/client"

type ConfigWithAdapter = NextAuthConfig & { adapter: Adapter }
type SimpleWebAuthn = WebAuthnConfig["simpleWebAuthn"]

/**
 * Returns the configuration, changed so that each passkey's row also
 * says which authenticator made it (`aaguid`), the user handle it was
 * made with, when it was created, and when it was last used. Your
 * `Authenticator` table needs the columns: without them, it returns the
 * configuration as it is.
 *
 * Auth.js makes up a user handle for each registration and forgets it.
 * Here all passkeys of a user have the same one, so that browsers can
 * be told which of them still exist (WebAuthn L3 §5.1.10).
 *
 * Put it around the other wrappers: `safeRegistration` writes the row
 * without asking the adapters inside it. Pass the result to
 * `NextAuth()` as it is: a copy with `...` would share one adapter.
 */
export function passkeyDetails(
  config: ConfigWithAdapter,
  prisma: PrismaClient,
): ConfigWithAdapter {
  if (!("aaguid" in prisma.authenticator.fields)) return config
  const registrations = new Registrations()
  return {
    ...config,
    providers: config.providers.map((each) => {
      const provider = typeof each === "function" ? each() : each
      if (provider.type !== "webauthn") return each
      const { simpleWebAuthn } = provider as WebAuthnConfig
      return {
        ...provider,
        simpleWebAuthn: withHandle(
          simpleWebAuthn,
          prisma,
          registrations,
        ),
      }
    }),
    get adapter() {
      return withDetails(config.adapter, prisma, registrations)
    },
  }
}

/** What a verified response says of a passkey. */
type Registration = {
  aaguid: string | undefined
  challenge: string
}

/**
 * What was verified, by credential id, until the row is written a
 * moment later in the same request.
 */
class Registrations extends Map<string, Registration> {
  /** Those that were refused in the end are dropped, oldest first. */
  remember(credentialID: string, registration: Registration) {
    this.set(credentialID, registration)
    const [oldest] = this.keys()
    if (this.size > 1_000 && oldest !== undefined) this.delete(oldest)
  }

  take(credentialID: string) {
    const registration = this.get(credentialID)
    this.delete(credentialID)
    return registration
  }
}

/** The provider's four functions, two of them changed. */
function withHandle(
  simpleWebAuthn: SimpleWebAuthn,
  prisma: PrismaClient,
  registrations: Registrations,
): SimpleWebAuthn {
  return {
    ...simpleWebAuthn,
    async generateRegistrationOptions(given) {
      const options =
        await simpleWebAuthn.generateRegistrationOptions(given)
      // Auth.js excludes the passkeys that the user has.
      const ids = options.excludeCredentials?.map(({ id }) =>
        Buffer.from(id, "base64url").toString("base64"),
      )
      const known =
        ids?.length &&
        (await handleOf({ credentialID: { in: ids } }, prisma))
      // The first passkey's handle is the challenge: random, different
      // for each user, and still known when the response arrives.
      options.user.id = known || options.challenge
      return options
    },
    async verifyRegistrationResponse(given) {
      const result =
        await simpleWebAuthn.verifyRegistrationResponse(given)
      const { registrationInfo: info } = result
      if (info)
        registrations.remember(
          Buffer.from(info.credentialID).toString("base64"),
          {
            aaguid: info.aaguid,
            challenge: String(given.expectedChallenge),
          },
        )
      return result
    },
  }
}

function withDetails(
  adapter: Adapter,
  prisma: PrismaClient,
  registrations: Registrations,
): Adapter {
  return {
    ...adapter,
    async createAuthenticator(data) {
      const made = registrations.take(data.credentialID)
      const known = await handleOf({ userId: data.userId }, prisma)
      const details = {
        aaguid: made?.aaguid,
        userHandle: known ?? made?.challenge,
        createdAt: new Date(),
      }
      return adapter.createAuthenticator!({ ...data, ...details })
    },
    // Auth.js calls it for each sign-in, once the signature is verified.
    async updateAuthenticatorCounter(credentialID, counter) {
      const authenticator = await adapter.updateAuthenticatorCounter!(
        credentialID,
        counter,
      )
      await prisma.authenticator.updateMany({
        where: { credentialID },
        data: { lastUsedAt: new Date() },
      })
      return authenticator
    },
  }
}

/** The user handle of any of these passkeys, if one has it. */
async function handleOf(
  passkeys: { userId: string } | { credentialID: { in: string[] } },
  prisma: PrismaClient,
) {
  const found = await prisma.authenticator.findFirst({
    where: { ...passkeys, userHandle: { not: null } },
    select: { userHandle: true },
  })
  return found?.userHandle
}
