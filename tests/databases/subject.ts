import { PrismaAdapter } from "@auth/prisma-adapter"
import NextAuth, { type NextAuthResult } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import Passkey from "next-auth/providers/passkey"
import { simpleWebAuthn } from "../../demo/starter/passkeys/simple-webauthn"
import type { Engine } from "./engines/engine"
import { openRegistrations } from "./contracts/registration-fixture"

export type Site = Awaited<ReturnType<typeof openRegistrations>>

/** What the contract is run on: apps that share the tables of one database. */
export type Subject<App extends string = string> = {
  /** What serves the ceremonies, as a test's report names it. */
  apps: readonly App[]
  /** Those that run an `auth.ts` of the guide. The others are the control of what it refuses. */
  guides: readonly App[]
  open(engine: Engine): Promise<{
    site: Site
    handlersOf(app: App): NextAuthResult["handlers"]
    adapter: Required<Adapter>
    close(): Promise<void>
  }>
}

/** The starter, and `PrismaAdapter` as it is. */
export const prismaApps: Subject<"starter" | "PrismaAdapter"> = {
  apps: ["starter", "PrismaAdapter"],
  guides: ["starter"],
  async open(engine) {
    const site = await openRegistrations(engine)
    const adapter = PrismaAdapter(site.prisma)
    const { handlers } = NextAuth({
      adapter,
      // SimpleWebAuthn 9 refuses some valid signatures, on every database.
      providers: [Passkey({ simpleWebAuthn })],
      experimental: { enableWebAuthn: true },
    })
    return {
      site,
      handlersOf: (app) => (app === "starter" ? site.handlers : handlers),
      adapter: adapter as Required<Adapter>,
      close: site.close,
    }
  },
}
