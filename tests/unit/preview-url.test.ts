import NextAuth from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { NextRequest } from "next/server"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { memoryAdapter } from "../../demo/recipes/adapter-contract/memory-adapter"

const branch = "app-git-login-team.vercel.app"

beforeEach(() => {
  vi.resetModules()
  vi.stubEnv("AUTH_SECRET", "a secret of a test, and of nothing else")
  vi.stubEnv("AUTH_URL", undefined)
  vi.stubEnv("VERCEL", "1")
  vi.spyOn(console, "warn").mockImplementation(() => {})
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** The RP ID in the options of an app, at the address of one deployment. */
async function rpId(environment: Record<string, string>) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  // It exports nothing, so it's no module to TypeScript.
  await import("../../demo/recipes/vercel/preview-url" as string)
  const { handlers } = NextAuth({
    adapter: memoryAdapter(),
    providers: [Passkey],
    experimental: { enableWebAuthn: true },
  })
  const url = "https://app-abc123-team.vercel.app/api/auth/webauthn-options/passkey"
  const response = await handlers.GET(new NextRequest(url))
  const { options } = await response.json()
  return options.rpId
}

test("a preview has the RP ID of its branch, in each of its deployments", async () => {
  expect(await rpId({ VERCEL_ENV: "preview", VERCEL_BRANCH_URL: branch })).toBe(branch)
})

test("a preview whose address is set keeps it", async () => {
  const AUTH_URL = "https://preview.example.com"
  const environment = { VERCEL_ENV: "preview", VERCEL_BRANCH_URL: branch, AUTH_URL }
  expect(await rpId(environment)).toBe("preview.example.com")
})

test("production is left alone: without AUTH_URL, it follows the request", async () => {
  const environment = { VERCEL_ENV: "production", VERCEL_BRANCH_URL: branch }
  expect(await rpId(environment)).toBe("app-abc123-team.vercel.app")
})
