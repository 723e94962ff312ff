import { PrismaAdapter } from "@auth/prisma-adapter"
import { PrismaLibSql } from "@prisma/adapter-libsql"
import NextAuth, { type NextAuthConfig } from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { PrismaClient } from "./generated/prisma/client"

const adapter = new PrismaLibSql({ url: "file:./dev.db" })
const prisma = new PrismaClient({ adapter })

const config = {
  adapter: PrismaAdapter(prisma),
  providers: [Passkey],
  experimental: { enableWebAuthn: true },
} satisfies NextAuthConfig

export const { handlers, auth, signIn, signOut } = NextAuth(config)
