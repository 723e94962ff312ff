import type { NextAuthConfig } from "next-auth"
import GitHub from "next-auth/providers/github"

/** What `proxy.ts` needs: no adapter, and so no passkeys. */
export const authConfig: NextAuthConfig = {
  providers: [GitHub],
  pages: { signIn: "/sign-in" },
  callbacks: { authorized: ({ auth }) => !!auth },
}
