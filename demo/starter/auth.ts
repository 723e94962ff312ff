import { PrismaAdapter } from "@auth/prisma-adapter"
import NextAuth, { type NextAuthConfig } from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { logger } from "./auth-logger"
import { bindRegistration } from "./passkeys/bind-registration"
import { simpleWebAuthn } from "./passkeys/simple-webauthn"
import { transactionalRegistration } from "./passkeys/transactional-registration"
import { prisma } from "./prisma"

const config: NextAuthConfig = {
  adapter: PrismaAdapter(prisma),
  providers: [Passkey({ simpleWebAuthn })],
  experimental: { enableWebAuthn: true },
  logger,
}

export const { auth, signIn, signOut } = NextAuth(config)

/**
 * These handle the ceremonies. Each request gets its own configuration, which writes a registration in
 * one transaction, and only to the account that asked for it.
 */
export const { handlers } = NextAuth((request) =>
  bindRegistration({ ...config, adapter: transactionalRegistration(prisma, request) }),
)
