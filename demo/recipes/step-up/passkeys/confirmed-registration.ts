import type { NextAuthRequest, NextAuthResult } from "next-auth"
import { NextRequest } from "next/server"
import type { PrismaClient } from "@/generated/prisma/client"
import { signedInUser } from "@/passkeys/passkeys-endpoint"
import { refuseUnconfirmed } from "./step-up-endpoint"

type Auth = Pick<NextAuthResult, "handlers" | "auth">
type Body = Record<string, unknown>

/**
 * Returns the handlers of Auth.js, changed so that whoever is signed in
 * and has a passkey must confirm before they add another. Otherwise
 * somebody with a stolen session could add a passkey of their own, and
 * confirm everything with it. The deed is `add-passkey`, and the
 * confirmation is one more field of what is posted to Auth.js.
 */
export function confirmedRegistration(
  prisma: PrismaClient,
  { handlers, auth }: Auth,
): NextAuthResult["handlers"] {
  const decide = async (request: NextAuthRequest) => {
    const user = await signedInUser(prisma, request.auth)
    if (!user) return allowed()
    const where = { userId: user.id }
    // A first passkey has none to be confirmed with.
    if ((await prisma.authenticator.count({ where })) === 0)
      return allowed()
    const body = bodyOf(request, await request.text())
    const refusal = await refuseUnconfirmed(
      prisma,
      request,
      { confirmation: parse(String(body?.confirmation ?? "")) },
      user.id,
      "add-passkey",
    )
    return refusal ?? allowed()
  }
  const route = auth(decide) as (
    request: NextRequest,
  ) => Promise<Response>

  return {
    GET: handlers.GET,
    async POST(request) {
      const { url, method, headers } = request
      const text = await request.text()
      // A body can be read once.
      const copy = () =>
        new NextRequest(url, { method, headers, body: text })
      if (bodyOf(request, text)?.action === "register") {
        const decision = await route(copy())
        if (!decision.ok) return decision
      }
      return handlers.POST(copy())
    },
  }
}

const allowed = () => new Response(null, { status: 204 })

/** Reads a body as Auth.js does (`getBody` in @auth/core). */
function bodyOf({ headers }: Request, text: string): Body | undefined {
  const isJson = headers
    .get("content-type")
    ?.includes("application/json")
  if (isJson) return parse(text) as Body | undefined
  return Object.fromEntries(new URLSearchParams(text))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
