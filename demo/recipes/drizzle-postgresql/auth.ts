import NextAuth from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { bindRegistration } from "@/passkeys/bind-registration"
import { simpleWebAuthn } from "@/passkeys/simple-webauthn"
import { adapter } from "./database"

const config = {
  adapter,
  providers: [Passkey({ simpleWebAuthn })],
  experimental: { enableWebAuthn: true },
}

export const { auth, signIn, signOut } = NextAuth(config)

/** Each request gets its own configuration, which adds a passkey only to the account that asked for it. */
export const { handlers } = NextAuth(() => bindRegistration(config))
