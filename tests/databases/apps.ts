import { PrismaAdapter } from "@auth/prisma-adapter"
import NextAuth, { type NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import Passkey from "next-auth/providers/passkey"
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
