import { createServer, type IncomingMessage } from "node:http"
import { PrismaAdapter } from "@auth/prisma-adapter"
import { NextRequest } from "next/server"
import NextAuth, { type NextAuthConfig, type NextAuthResult } from "next-auth"
import type { Adapter, AdapterAuthenticator, AdapterUser } from "next-auth/adapters"
import Passkey from "next-auth/providers/passkey"
import { loadStarter } from "../demo/live/server/load-starter"
import { simpleWebAuthn } from "../demo/recipes/verification/passkeys/verification"

// What a sign-in costs in Auth.js itself, without Next.js, limits and checks of input. `BENCH_APP` says
// in which app: `all extras` is the live demo's `auth.ts`, `core` the starter's. With `no database`, each
// row is read once and remembered, and no session is written: nothing that is built on Auth.js can be
// quicker than that.

const { handlers: allExtras, prisma } = await loadStarter()

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

const core = {
  adapter: PrismaAdapter(prisma),
  providers: [Passkey],
  experimental: { enableWebAuthn: true },
  // It warns at each request that passkeys are experimental.
  logger: { warn() {} },
} satisfies NextAuthConfig

const apps: Record<string, () => NextAuthResult["handlers"]> = {
  "all extras": () => allExtras,
  core: () => NextAuth(core).handlers,
  "no database": () =>
    NextAuth({
      ...core,
      adapter: withoutDatabase,
      session: { strategy: "database" },
      providers: [Passkey({ simpleWebAuthn })],
    }).handlers,
}
const handlers = apps[process.env.BENCH_APP ?? "all extras"]!()

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
