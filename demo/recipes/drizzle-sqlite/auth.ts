import NextAuth, { type NextAuthConfig } from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { bindRegistration } from "@/passkeys/bind-registration"
import { simpleWebAuthn } from "@/passkeys/verification"
import { adapter } from "./database"

const config = {
  adapter,
  providers: [Passkey({ simpleWebAuthn })],
  experimental: { enableWebAuthn: true },
} satisfies NextAuthConfig

/** A passkey is added only to the account that asked for it. */
export const { handlers, auth, signIn, signOut } = NextAuth(
  bindRegistration(config),
)
