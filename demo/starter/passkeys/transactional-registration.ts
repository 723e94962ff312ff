import { PrismaAdapter } from "@auth/prisma-adapter"
import type { NextRequest } from "next/server"
import type { Adapter } from "next-auth/adapters"
import type { Prisma, PrismaClient } from "../generated/prisma/client"
import { singleQuerySignIn } from "./single-query-sign-in"

/**
 * The adapter for one request. During a registration, Auth.js writes the user, the account and the
 * session one by one. This adapter holds them back until the authenticator arrives, then writes them
 * all in one transaction, so that a failure never leaves an orphaned account. A sign-in makes a single
 * query: see `singleQuerySignIn`. Everything else is handled by `PrismaAdapter`.
 *
 * Create one for each request, because the rows that it holds back belong to that request.
 */
export function transactionalRegistration(prisma: PrismaClient, request?: NextRequest): Adapter {
  const plain: Adapter = PrismaAdapter(prisma)
  if (!endsCeremony(request)) return plain
  const adapter = singleQuerySignIn(prisma, plain)

  // Prisma doesn't run a query until it's awaited or passed to `$transaction`.
  const held: Prisma.PrismaPromise<unknown>[] = []
  let registering = true

  return {
    ...adapter,
    // Auth.js looks up the authenticator during a sign-in, but not during a registration.
    async getAuthenticator(credentialID) {
      registering = false
      return (await adapter.getAuthenticator?.(credentialID)) ?? null
    },
    // WebAuthn L3 §7.1 step 26: a registration fails if its credential id is already registered.
    async getUserByAccount(account) {
      const user = (await adapter.getUserByAccount?.(account)) ?? null
      if (user && registering) throw new Error("The credential id is registered already.")
      return user
    },
    async createUser(data) {
      // A UUID instead of the schema's cuid(), because the other rows need the id before this one exists.
      const user = { ...data, id: crypto.randomUUID(), emailVerified: null }
      held.push(prisma.user.create({ data: user }))
      return user
    },
    async linkAccount({ userId, type, provider, providerAccountId }) {
      held.push(prisma.account.create({ data: { userId, type, provider, providerAccountId } }))
      return null
    },
    async createSession(data) {
      const session = prisma.session.create({ data })
      if (!registering) return session
      held.push(session)
      return data
    },
    async createAuthenticator(data) {
      await prisma.$transaction([...held, prisma.authenticator.create({ data })])
      return data
    },
  }
}

/** Whether this request ends a ceremony. Auth.js ignores repeated and trailing slashes. */
function endsCeremony(request?: NextRequest): boolean {
  return /\/callback\/+passkey\/*$/.test(request?.nextUrl.pathname ?? "")
}
