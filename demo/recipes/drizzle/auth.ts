import NextAuth, { type NextAuthConfig } from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { adapter } from "@/database"
import { bindRegistration } from "@/passkeys/bind-registration"

const config = {
  adapter,
  providers: [Passkey],
  experimental: { enableWebAuthn: true },
} satisfies NextAuthConfig

export const { handlers, auth, signIn, signOut } = NextAuth(
  bindRegistration(config),
)
