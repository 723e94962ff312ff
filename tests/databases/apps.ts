import { PrismaAdapter } from "@auth/prisma-adapter"
import NextAuth, { type NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import Passkey from "next-auth/providers/passkey"
import { passkeyDetails } from "../../demo/recipes/passkey-details/passkeys/passkey-details"
import { safeRegistration } from "../../demo/recipes/safe-registration/passkeys/safe-registration"
import { singleQuerySignIn } from "../../demo/recipes/single-query-sign-in/passkeys/single-query-sign-in"
import { simpleWebAuthn } from "../../demo/recipes/verification/passkeys/verification"

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
  "safe-registration": safeRegistration,
  "single-query-sign-in": singleQuerySignIn,
  // Around the others.
  "passkey-details": passkeyDetails,
}

export type Extra = keyof typeof extras

/** Auth.js as a reader sets it up who chose these extras, in the order in which they are applied. */
export function handlersWith(
  chosen: readonly Extra[],
  prisma: Prisma,
  changes?: Partial<NextAuthConfig>,
) {
  const core = coreConfig(prisma, changes)
  return NextAuth(chosen.reduce((config, extra) => extras[extra](config, prisma), core)).handlers
}

export const allExtras = Object.keys(extras) as Extra[]
