import { PrismaAdapter } from "@auth/prisma-adapter"
import NextAuth from "next-auth"
import { prisma } from "./prisma"

export const { handlers, auth, signIn, signOut } = NextAuth({
  adapter: PrismaAdapter(prisma),
  providers: [
    {
      id: "email",
      name: "E-mail",
      type: "email",
      from: "app@passkeys.example",
      maxAge: 15 * 60,
      async sendVerificationRequest({ identifier, url }) {
        console.log(`To ${identifier}: sign in at ${url}`)
      },
    },
  ],
})
