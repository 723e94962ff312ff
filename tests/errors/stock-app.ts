import NextAuth, { type NextAuthConfig } from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { NextRequest } from "next/server"
import { vi } from "vitest"
import { memoryAdapter } from "../../demo/recipes/adapter-contract/memory-adapter"
import { origin } from "../databases/user-agent"

/** What Auth.js reads from the environment, and nothing that the machine sets. */
export function stubEnvironment(values: Record<string, string | undefined> = {}) {
  vi.unstubAllEnvs()
  const usual = { AUTH_URL: origin, AUTH_SECRET: "a secret of a test, and of nothing else" }
  for (const [name, value] of Object.entries({ ...usual, ...values })) vi.stubEnv(name, value)
}

/** The starter's configuration with changes. Its rows are in memory. */
export const stockConfig = (changes: Partial<NextAuthConfig> = {}): NextAuthConfig => ({
  adapter: memoryAdapter(),
  providers: [Passkey],
  experimental: { enableWebAuthn: true },
  ...changes,
})

/** Asks Auth.js as it's configured, and returns what whoever looks at the network tab sees. */
export async function ask(
  config: NextAuthConfig,
  path = "/api/auth/providers",
  headers: Record<string, string> = {},
) {
  const request = new NextRequest(new URL(path, origin), { headers })
  const response = await NextAuth(config).handlers.GET(request)
  return { status: response.status, body: await response.text(), headers: response.headers }
}
