import { PrismaAdapter } from "@auth/prisma-adapter"
import { PrismaLibSql } from "@prisma/adapter-libsql"
import NextAuth from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { PrismaClient } from "./generated/prisma/client"

const prisma = new PrismaClient({ adapter: new PrismaLibSql({ url: "file:./dev.db" }) })

export const { auth, handlers } = NextAuth({
  adapter: PrismaAdapter(prisma),
  providers: [Passkey],
  experimental: { enableWebAuthn: true },
})
