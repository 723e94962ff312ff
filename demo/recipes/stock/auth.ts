import { PrismaAdapter } from "@auth/prisma-adapter"
import NextAuth from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { prisma } from "@/prisma"

export const { handlers, auth, signIn, signOut } = NextAuth({
  adapter: PrismaAdapter(prisma),
  providers: [Passkey],
  experimental: { enableWebAuthn: true },
})
