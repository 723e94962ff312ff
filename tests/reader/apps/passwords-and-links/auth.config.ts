import type { NextAuthConfig } from "next-auth"

export const authConfig: NextAuthConfig = {
  providers: [],
  callbacks: {
    authorized: ({ auth }) => !!auth,
    jwt({ token, user }) {
      if (user && "role" in user) token.role = user.role
      return token
    },
    session: ({ session, token }) => ({ ...session, role: token.role }),
  },
}
