import NextAuth from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { adapter } from "@/database"

export const { auth, handlers } = NextAuth({
  adapter,
  providers: [Passkey],
  experimental: { enableWebAuthn: true },
})
