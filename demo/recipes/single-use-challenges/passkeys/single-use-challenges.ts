import { createHash } from "node:crypto"
import type { NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import type { WebAuthnConfig } from "next-auth/providers/webauthn"
import type { PrismaClient } from "@/generated/prisma/client"

type ConfigWithAdapter = NextAuthConfig & { adapter: Adapter }

/**
 * How long a challenge is remembered after its use. Auth.js accepts it
 * for 15 minutes and 15 seconds after it was issued. The rest is for
 * servers whose clocks differ.
 */
const lifetimeMs = 20 * 60_000

/** One ceremony in this many also deletes what has expired. */
const ceremoniesPerDeletion = 100

/**
 * Returns the configuration, changed so that a challenge is accepted
 * once: WebAuthn L3 §13.5.3. Auth.js keeps it in a cookie, and accepts
 * a copy of the cookie and the response again until the cookie expires.
 *
 * A response that has been verified writes the hash of its challenge to
 * the database. If it's there already, the page gets the error
 * `WebAuthnVerificationError`. That holds for all servers that share
 * the database.
 */
export function singleUseChallenges(
  config: ConfigWithAdapter,
  prisma: PrismaClient,
): ConfigWithAdapter {
  return {
    ...config,
    get adapter() {
      return config.adapter
    },
    providers: config.providers.map((given) => {
      const provider = typeof given === "function" ? given() : given
      if (provider.type !== "webauthn") return given
      const { simpleWebAuthn } = provider
      return {
        ...provider,
        simpleWebAuthn: withSingleUse(simpleWebAuthn, prisma),
      }
    }),
  }
}

function withSingleUse(
  simpleWebAuthn: WebAuthnConfig["simpleWebAuthn"],
  prisma: PrismaClient,
): WebAuthnConfig["simpleWebAuthn"] {
  return {
    ...simpleWebAuthn,
    // Only a verified response writes a row, so that a forged one
    // can't use up somebody's challenge or fill the table.
    async verifyAuthenticationResponse(options) {
      const result =
        await simpleWebAuthn.verifyAuthenticationResponse(options)
      if (result.verified)
        await acceptOnce(prisma, options.expectedChallenge)
      return result
    },
    async verifyRegistrationResponse(options) {
      const result =
        await simpleWebAuthn.verifyRegistrationResponse(options)
      if (result.verified)
        await acceptOnce(prisma, options.expectedChallenge)
      return result
    },
  }
}

/** @throws {Error} If the challenge was used before. */
async function acceptOnce(prisma: PrismaClient, challenge: unknown) {
  // SimpleWebAuthn also takes a function. Auth.js passes the text.
  if (typeof challenge !== "string")
    throw new Error("The challenge is not a text.")
  const hash = createHash("sha256").update(challenge).digest("hex")
  const expires = new Date(Date.now() + lifetimeMs)
  try {
    // One statement on every database. `create` would be four on MySQL.
    await prisma.usedChallenge.createMany({ data: [{ hash, expires }] })
  } catch (error) {
    // The primary key lets one of several simultaneous rows in.
    if ((error as { code?: string }).code !== "P2002") throw error
    throw new Error("The challenge was used before.")
  }
  if (Math.random() < 1 / ceremoniesPerDeletion)
    await prisma.usedChallenge
      .deleteMany({ where: { expires: { lt: new Date() } } })
      // A later ceremony deletes them.
      .catch(() => undefined)
}
