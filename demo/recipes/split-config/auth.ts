import { PrismaAdapter } from "@auth/prisma-adapter"
import NextAuth from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { prisma } from "@/prisma"
import { authConfig } from "./auth.config"

export const { handlers, auth, signIn, signOut } = NextAuth({
  ...authConfig,
  adapter: PrismaAdapter(prisma),
  session: { strategy: "jwt" },
  providers: [...authConfig.providers, Passkey],
  experimental: { enableWebAuthn: true },
})
