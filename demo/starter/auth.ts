import { PrismaAdapter } from "@auth/prisma-adapter"
import NextAuth, { type NextAuthConfig } from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { logger } from "./auth-logger"
import { simpleWebAuthn } from "./passkeys/simple-webauthn"
import { wholeRegistration } from "./passkeys/whole-registration"
import { prisma } from "./prisma"

const config: NextAuthConfig = {
  adapter: PrismaAdapter(prisma),
  providers: [Passkey({ simpleWebAuthn })],
  experimental: { enableWebAuthn: true },
  logger,
}

export const { auth, signIn, signOut } = NextAuth(config)

/** Ceremonies end here. Each request has an adapter of its own: it writes a registration at once. */
export const { handlers } = NextAuth((request) => ({
  ...config,
  adapter: wholeRegistration(prisma, request),
}))
