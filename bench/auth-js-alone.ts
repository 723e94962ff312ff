import { createServer, type IncomingMessage } from "node:http"
import { PrismaAdapter } from "@auth/prisma-adapter"
import { NextRequest } from "next/server"
import NextAuth, { type NextAuthConfig } from "next-auth"
import type { Adapter, AdapterAuthenticator, AdapterUser } from "next-auth/adapters"
import Passkey from "next-auth/providers/passkey"
import { prisma } from "../demo/live/server/prisma"
import { safeRegistration } from "../demo/recipes/safe-registration/passkeys/safe-registration"
import { singleQuerySignIn } from "../demo/recipes/single-query-sign-in/passkeys/single-query-sign-in"
import { simpleWebAuthn } from "../demo/recipes/verification/passkeys/verification"

// What a sign-in costs in Auth.js itself: the starter with its extras without Next.js, limits and checks of
// input. With `BENCH_DATABASE=none` also without a database: each row is read once and remembered,
// and no session is written. Nothing that is built on Auth.js can be quicker than that.

const remembered = new Map<string, AdapterAuthenticator & { user: AdapterUser }>()

const withoutDatabase: Adapter = {
  ...PrismaAdapter(prisma),
  async getAuthenticator(credentialID) {
    const known = remembered.get(credentialID)
    if (known) return known
    const row = await prisma.authenticator.findUnique({
      where: { credentialID },
      include: { user: true },
    })
    if (!row) return null
    const authenticator = { ...row, counter: Number(row.counter), user: row.user as AdapterUser }
    remembered.set(credentialID, authenticator)
    return authenticator
  },
  getAccount: (providerAccountId) => ({
    userId: remembered.get(providerAccountId)?.userId ?? "",
    type: "webauthn",
    provider: "passkey",
    providerAccountId,
  }),
  getUser: (id) => [...remembered.values()].find(({ userId }) => userId === id)?.user ?? null,
  getUserByAccount: ({ providerAccountId }) => remembered.get(providerAccountId)?.user ?? null,
  async updateAuthenticatorCounter(credentialID, counter) {
    const authenticator = remembered.get(credentialID)
    if (!authenticator) throw new Error("It was not asked for before.")
    return Object.assign(authenticator, { counter })
  },
  createSession: (session) => session,
}

const config = {
  adapter: PrismaAdapter(prisma),
  session: { strategy: "database" },
  providers: [Passkey({ simpleWebAuthn })],
  experimental: { enableWebAuthn: true },
  // It warns at each request that passkeys are experimental.
  logger: { warn() {} },
} satisfies NextAuthConfig

const { handlers } = NextAuth(
  process.env.BENCH_DATABASE === "none"
    ? { ...config, adapter: withoutDatabase }
    : singleQuerySignIn(safeRegistration(config, prisma), prisma),
)

createServer(async (req, res) => {
  if (req.url === "/api/health") return void res.end()
  const response = await handlers[req.method as "GET" | "POST"](await requestOf(req))
  const cookies = response.headers.getSetCookie()
  res.writeHead(response.status, { ...Object.fromEntries(response.headers), "set-cookie": cookies })
  res.end(await response.text())
}).listen(Number(process.env.PORT), "127.0.0.1")

async function requestOf(req: IncomingMessage): Promise<NextRequest> {
  let body = ""
  for await (const chunk of req) body += chunk
  return new NextRequest(new URL(req.url ?? "/", process.env.AUTH_URL), {
    method: req.method,
    headers: Object.entries(req.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]),
    body: body || undefined,
  })
}

// The bench was killed.
process.on("disconnect", () => process.exit(1))
