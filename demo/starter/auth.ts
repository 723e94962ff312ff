import { PrismaAdapter } from "@auth/prisma-adapter"
import NextAuth, { type NextAuthConfig } from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { prisma } from "@/prisma"

const config = {
  adapter: PrismaAdapter(prisma),
  providers: [Passkey],
  experimental: { enableWebAuthn: true },
} satisfies NextAuthConfig

export const { handlers, auth, signIn, signOut } = NextAuth(config)
