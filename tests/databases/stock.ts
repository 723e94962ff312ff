import { PrismaAdapter } from "@auth/prisma-adapter"
import NextAuth from "next-auth"
import Passkey from "next-auth/providers/passkey"

/** Auth.js as its own guide sets it up: the control, on which a test of the starter must fail. */
export function stockHandlers(prisma: Parameters<typeof PrismaAdapter>[0]) {
  return NextAuth({
    adapter: PrismaAdapter(prisma),
    providers: [Passkey],
    experimental: { enableWebAuthn: true },
  }).handlers
}
