import NextAuth from "next-auth"
import GitHub from "next-auth/providers/github"
import Passkey from "next-auth/providers/passkey"
import { NextRequest } from "next/server"
import { createElement } from "react"
import { renderToString } from "react-dom/server"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { origin } from "../databases/user-agent"
import { reproduces } from "./reproduces"
import { watchLog } from "./server-log"
import { stockConfig, stubEnvironment } from "./stock-app"

describe("signIn, in a page whose server is Auth.js", () => {
  beforeEach(() => {
    stubEnvironment()
    // Auth.js warns of the experiment.
    watchLog()
    const { handlers } = NextAuth(stockConfig({ providers: [Passkey, GitHub] }))
    vi.stubGlobal("window", { location: new URL("/sign-in", origin) })
    vi.stubGlobal("fetch", (path: string) => handlers.GET(new NextRequest(new URL(path, origin))))
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  test("from next-auth/react refuses passkeys", async () => {
    const { signIn } = await import("next-auth/react")
    const refused = await signIn("passkey").catch((error: Error) => error.message)
    expect(reproduces("wrong-sign-in-function", [0]).missingIn([String(refused)])).toEqual([])
  })

  test.each(["github", "unknown"])("from next-auth/webauthn refuses %s", async (provider) => {
    const { signIn } = await import("next-auth/webauthn")
    const refused = await signIn(provider).catch((error: Error) => error.message)
    expect(reproduces("wrong-sign-in-function", [1]).missingIn([String(refused)])).toEqual([])
  })
})

test("useSession without a SessionProvider", async () => {
  const { SessionProvider, useSession } = await import("next-auth/react")
  const Account = () => useSession().status
  let message = ""
  try {
    renderToString(createElement(Account))
  } catch (error) {
    message = String(error)
  }
  expect(reproduces("session-provider-missing", [0]).missingIn([message])).toEqual([])
  const provided = createElement(SessionProvider, {
    session: null,
    children: createElement(Account),
  })
  expect(renderToString(provided)).toBe("unauthenticated")
})
