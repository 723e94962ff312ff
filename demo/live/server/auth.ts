import { PrismaAdapter } from "@auth/prisma-adapter"
import NextAuth, { type NextAuthConfig } from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { logger } from "@/auth-logger"
import { safeRegistration } from "@/passkeys/safe-registration"
import { singleQuerySignIn } from "@/passkeys/single-query-sign-in"
import { simpleWebAuthn } from "@/passkeys/verification"
import { passkeyDetails } from "@/passkeys/passkey-details"
import { prisma } from "@/prisma"

const config = {
  adapter: PrismaAdapter(prisma),
  providers: [Passkey({ simpleWebAuthn })],
  experimental: { enableWebAuthn: true },
  logger,
} satisfies NextAuthConfig

export const { handlers, auth, signIn, signOut } = NextAuth(
  passkeyDetails(
    singleQuerySignIn(safeRegistration(config, prisma), prisma),
    prisma,
  ),
)
