import { PrismaAdapter } from "@auth/prisma-adapter"
import type { NextRequest } from "next/server"
import type { Adapter } from "next-auth/adapters"
import type { Prisma, PrismaClient } from "../generated/prisma/client"
import { singleQuerySignIn } from "./single-query-sign-in"

/**
 * The adapter for one request. In a registration it holds back the user, the account and the
 * session that Auth.js writes one by one, until the authenticator comes, and writes them all in one
 * transaction: whatever fails, no account is left that no passkey opens. A sign-in reads once, see
 * `singleQuerySignIn`. For everything else it is `PrismaAdapter`.
 *
 * Give each request its own: what it holds back belongs to that request.
 */
export function transactionalRegistration(prisma: PrismaClient, request?: NextRequest): Adapter {
  const plain: Adapter = PrismaAdapter(prisma)
  if (!endsCeremony(request)) return plain
  const adapter = singleQuerySignIn(prisma, plain)

  // Prisma runs a query when it is awaited or given to `$transaction`, not before.
  const held: Prisma.PrismaPromise<unknown>[] = []
  let registering = true

  return {
    ...adapter,
    // Auth.js looks up the authenticator when a person signs in, and not when they register.
    async getAuthenticator(credentialID) {
      registering = false
      return (await adapter.getAuthenticator?.(credentialID)) ?? null
    },
    // WebAuthn L3 §7.1 step 26: a registration fails if its credential id is registered already.
    async getUserByAccount(account) {
      const user = (await adapter.getUserByAccount?.(account)) ?? null
      if (user && registering) throw new Error("The credential id is registered already.")
      return user
    },
    async createUser(data) {
      // A UUID and not the schema's cuid(): the other rows need the id before this one is written.
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

/** Whether a ceremony ends with this request. Auth.js ignores repeated and trailing slashes. */
function endsCeremony(request?: NextRequest): boolean {
  return /\/callback\/+passkey\/*$/.test(request?.nextUrl.pathname ?? "")
}
