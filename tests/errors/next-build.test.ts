import { expect, test } from "vitest"
import { buildNextApp } from "./next-app"
import { reproduces } from "./reproduces"

/** One build with several mistakes costs little more than with one. */
const timeoutMs = 240_000

const searchParams = `
  "use client"
  import { useSearchParams } from "next/navigation"
  export default function Page() {
    return <a href={useSearchParams().get("callbackUrl")}>Back</a>
  }`

const session = `
  import { useSession } from "next-auth/react"
  export default function Page() {
    const { data } = useSession()
    return <p>{data?.user?.email}</p>
  }`

test(
  "an import that isn't there",
  async () => {
    const { code, output } = await buildNextApp(
      {
        "app/page.js": `"use client"
          import { startRegistration } from "@simplewebauth/browser"
          export default () => <button onClick={() => startRegistration()}>Create</button>`,
        "app/account/page.js": `
          import { PrismaClient } from "../../generated/prisma/client"
          export default async () => <p>{await new PrismaClient().user.count()}</p>`,
      },
      {},
    )
    expect(code).toBe(1)
    expect(reproduces("module-not-found").missingIn([output])).toEqual([])
    expect(reproduces("prisma-client-not-generated", [0]).missingIn([output])).toEqual([])
  },
  timeoutMs,
)

test(
  "what needs a Suspense or a SessionProvider, and the Passkey provider on the edge",
  async () => {
    const { code, output } = await buildNextApp(
      {
        "app/sign-in/page.js": searchParams,
        "app/client/page.js": `"use client"\n${session}`,
        "app/server/page.js": session,
        "middleware.js": `
          import NextAuth from "next-auth"
          import Passkey from "next-auth/providers/passkey"
          export default NextAuth({
            providers: [Passkey],
            experimental: { enableWebAuthn: true },
          }).auth`,
      },
      { experimental: { prerenderEarlyExit: false } },
      // Turbopack doesn't look for what the edge lacks.
      "--webpack",
    )
    expect(code).toBe(1)
    expect(reproduces("suspense-around-search-params", [0]).missingIn([output])).toEqual([])
    expect(reproduces("session-provider-missing", [1, 2]).missingIn([output])).toEqual([])
    expect(reproduces("edge-runtime").missingIn([output])).toEqual([])
  },
  timeoutMs,
)

test(
  "with cacheComponents and Turbopack, what needs a Suspense or a SessionProvider",
  async () => {
    const { code, output } = await buildNextApp(
      {
        "app/sign-in/page.js": searchParams,
        // Where webpack's message names the function, Turbopack's doesn't.
        "app/client/page.js": `"use client"\n${session}`,
        "app/page.js": `
          import NextAuth from "next-auth"
          const { auth } = NextAuth({ providers: [] })
          export default async () => <p>{(await auth())?.user?.email}</p>`,
      },
      { cacheComponents: true, experimental: { prerenderEarlyExit: false } },
    )
    expect(code).toBe(1)
    expect(reproduces("suspense-around-search-params", [1]).missingIn([output])).toEqual([])
    expect(reproduces("uncached-data-outside-suspense").missingIn([output])).toEqual([])
    expect(reproduces("session-provider-missing", [1]).missingIn([output])).toEqual([])
    expect(output).not.toContain("useSession)(...)")
  },
  timeoutMs,
)
