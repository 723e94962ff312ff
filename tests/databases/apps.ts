import { PrismaAdapter } from "@auth/prisma-adapter"
import NextAuth, { type NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import Passkey from "next-auth/providers/passkey"
import { privateAddresses } from "../../demo/recipes/private-addresses/passkeys/private-addresses"
import { conditionalCreate } from "../../demo/recipes/conditional-create/passkeys/conditional-create"
import { passkeyDetails } from "../../demo/recipes/passkey-details/passkeys/passkey-details"
import { safeRegistration } from "../../demo/recipes/safe-registration/passkeys/safe-registration"
import { singleQuerySignIn } from "../../demo/recipes/single-query-sign-in/passkeys/single-query-sign-in"
import { singleUseChallenges } from "../../demo/recipes/single-use-challenges/passkeys/single-use-challenges"
import { strictSignIn } from "../../demo/recipes/strict-sign-in/passkeys/strict-sign-in"
import { simpleWebAuthn } from "../../demo/recipes/verification/passkeys/verification"
import { verifiedAddress } from "../../demo/recipes/verified-address/passkeys/verified-address"

export type Prisma = Parameters<typeof safeRegistration>[1]

type Config = NextAuthConfig & { adapter: Adapter }

/** The configuration in the starter's `auth.ts`, with changes of a test. */
export const coreConfig = (prisma: Prisma, changes?: Partial<NextAuthConfig>): Config => ({
  adapter: PrismaAdapter(prisma),
  providers: [Passkey],
  experimental: { enableWebAuthn: true },
  ...changes,
})

/** What each extra makes of the configuration. */
const extras = {
  verification: (config: Config): Config => ({
    ...config,
    providers: config.providers.map((provider) =>
      provider === Passkey ? Passkey({ simpleWebAuthn }) : provider,
    ),
  }),
  "conditional-create": conditionalCreate,
  "safe-registration": safeRegistration,
  "single-query-sign-in": singleQuerySignIn,
  "single-use-challenges": singleUseChallenges,
  "private-addresses": privateAddresses,
  "strict-sign-in": strictSignIn,
  "verified-address": verifiedAddress,
  // Around the others.
  "passkey-details": passkeyDetails,
}

export type Extra = keyof typeof extras

/** The configuration of a reader who chose these extras, in the order in which they are applied. */
export const configWith = (
  chosen: readonly Extra[],
  prisma: Prisma,
  changes?: Partial<NextAuthConfig>,
): Config =>
  chosen.reduce((config, extra) => extras[extra](config, prisma), coreConfig(prisma, changes))

/** Auth.js as such a reader sets it up. */
export const handlersWith = (...app: Parameters<typeof configWith>) =>
  NextAuth(configWith(...app)).handlers

export const allExtras = Object.keys(extras) as Extra[]

/** Those for apps with other ways to sign in, or a page of their own. The live demo has neither. */
export const guards = ["private-addresses", "strict-sign-in", "verified-address"] as const

/** Those that the live demo runs and the download offers. */
export const liveExtras = allExtras.filter((extra) => !guards.some((guard) => guard === extra))
