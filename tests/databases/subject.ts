import { PrismaAdapter } from "@auth/prisma-adapter"
import type { NextAuthResult } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import { handlersWith } from "./apps"
import type { Engine } from "./engines/engine"
import { openRegistrations } from "./contracts/registration-fixture"

export type Site = Awaited<ReturnType<typeof openRegistrations>>

/** What the contract is run on: apps that share the tables of one database. */
export type Subject<App extends string = string> = {
  /** What serves the ceremonies, as a test's report names it. */
  apps: readonly App[]
  /** Those that accept every valid signature. The others verify with SimpleWebAuthn 9. */
  verifiesEverySignature: readonly App[]
  /** Those that accept each value of a counter once. The others are the control. */
  acceptsCountersOnce: readonly App[]
  /** Those that end a registration only where it began. The others are the control. */
  bindsRegistrations: readonly App[]
  open(engine: Engine): Promise<{
    site: Site
    handlersOf(app: App): NextAuthResult["handlers"]
    adapter: Required<Adapter>
    close(): Promise<void>
  }>
}

const extras = [
  "verification",
  "safe-registration",
  "single-query-sign-in",
  "passkey-details",
] as const

type PrismaApp = "core" | (typeof extras)[number] | "all extras"

/** The starter without extras, with each of them, and with all: the `auth.ts` that the live demo runs. */
export const prismaApps: Subject<PrismaApp> = {
  apps: ["core", ...extras, "all extras"],
  verifiesEverySignature: ["verification", "all extras"],
  acceptsCountersOnce: ["single-query-sign-in", "all extras"],
  bindsRegistrations: ["safe-registration", "all extras"],
  async open(engine) {
    const site = await openRegistrations(engine)
    const handlers: Record<PrismaApp, NextAuthResult["handlers"]> = {
      core: handlersWith([], site.prisma),
      verification: handlersWith(["verification"], site.prisma),
      "safe-registration": handlersWith(["safe-registration"], site.prisma),
      "single-query-sign-in": handlersWith(["single-query-sign-in"], site.prisma),
      "passkey-details": handlersWith(["passkey-details"], site.prisma),
      "all extras": site.handlers,
    }
    return {
      site,
      handlersOf: (app) => handlers[app],
      adapter: PrismaAdapter(site.prisma) as Required<Adapter>,
      close: site.close,
    }
  },
}
