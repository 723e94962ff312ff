import { PrismaAdapter } from "@auth/prisma-adapter"
import { compare } from "bcryptjs"
import NextAuth from "next-auth"
import Credentials from "next-auth/providers/credentials"
import { prisma } from "@/prisma"
import { authConfig } from "./auth.config"
import { emailLink } from "./email-link"

export const { handlers, auth, signIn, signOut } = NextAuth({
  ...authConfig,
  adapter: PrismaAdapter(prisma),
  session: { strategy: "jwt" },
  providers: [
    ...authConfig.providers,
    emailLink,
    Credentials({
      credentials: {
        email: { label: "E-mail" },
        password: { label: "Password", type: "password" },
      },
      async authorize({ email, password }) {
        const user = await prisma.user.findUnique({ where: { email: String(email) } })
        const matches = user?.passwordHash && (await compare(String(password), user.passwordHash))
        return matches ? user : null
      },
    }),
  ],
})
