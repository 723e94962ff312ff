import NextAuth from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { simpleWebAuthn } from "@/passkeys/simple-webauthn"
import { adapter } from "./database"

export const { handlers, auth, signIn, signOut } = NextAuth({
  adapter,
  providers: [Passkey({ simpleWebAuthn })],
  experimental: { enableWebAuthn: true },
})
