import type { NextRequest } from "next/server"
import type { PrismaClient } from "@/generated/prisma/client"
import { stepUpOptions, StepUpError, verifyStepUp } from "./step-up"
import { stepUpTimeoutMs } from "./step-up-challenge"

/**
 * What the endpoints need: the database, and a function that returns
 * the id of the person who is signed in.
 */
export type StepUpServer = {
  prisma: PrismaClient
  signedInUserId: (request: NextRequest) => Promise<string | undefined>
}

/** Somebody who is signed in, and what their request says. */
export type Signed = { userId: string; body: Record<string, unknown> }

/**
 * Handles `POST /api/passkeys/step-up {deed}`. Returns the options to
 * confirm the deed with, and sets a cookie that binds them to this
 * browser.
 */
export const stepUpHandler =
  (server: StepUpServer) =>
  async (request: NextRequest): Promise<Response> => {
    const signed = await readSigned(request, server)
    if (signed instanceof Response) return signed
    const { deed } = signed.body
    if (typeof deed !== "string" || !deed || deed.length > 2_000)
      return refuse(400, "Say what you want to do.")
    // Other tabs of this browser may be about to confirm something too.
    const nonce = nonceOf(request) ?? crypto.randomUUID()
    const options = await stepUpOptions({
      prisma: server.prisma,
      origin: originOf(request),
      userId: signed.userId,
      deed,
      nonce,
    })
    if (!options) return refuse(409, "This account has no passkey.")
    const secure = originOf(request).startsWith("https:")
    const cookie = `${cookieName(request)}=${nonce}; Max-Age=${stepUpTimeoutMs / 1_000}; Path=/; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`
    return Response.json(options, {
      headers: { "Set-Cookie": cookie, "Cache-Control": "no-store" },
    })
  }

/**
 * Reads a request that changes something: who is signed in, and its
 * JSON. Returns the response that refuses it if it came from another
 * site, if nobody is signed in, or if it isn't JSON.
 */
export async function readSigned(
  request: NextRequest,
  { signedInUserId }: StepUpServer,
): Promise<Signed | Response> {
  const from = request.headers.get("origin")
  if (from !== originOf(request))
    return refuse(403, "This request came from another site.")
  const type = request.headers.get("content-type") ?? ""
  if (!type.startsWith("application/json"))
    return refuse(415, "Send JSON.")
  const userId = await signedInUserId(request)
  if (!userId) return refuse(401, "Nobody is signed in.")
  const body = await request.json().catch(() => undefined)
  if (typeof body !== "object" || body === null)
    return refuse(400, "Send a JSON object.")
  return { userId, body }
}

/**
 * Returns nothing if the person has confirmed the deed: `confirmation`
 * in the request is what `confirmItIsYou` returned. Otherwise, returns
 * the response that refuses the request.
 */
export async function requireStepUp(
  request: NextRequest,
  { prisma }: StepUpServer,
  { userId, body }: Signed,
  deed: string,
): Promise<Response | undefined> {
  const nonce = nonceOf(request)
  if (!nonce) return refuse(403, "Confirm that it's you.")
  const stepUp = {
    prisma,
    userId,
    deed,
    nonce,
    origin: originOf(request),
  }
  try {
    await verifyStepUp(stepUp, body.confirmation)
  } catch (error) {
    if (!(error instanceof StepUpError)) throw error
    console.warn(`Step-up refused: ${error.message}`)
    return refuse(403, "That didn't confirm that it's you. Try again.")
  }
}

/**
 * Returns an error in JSON, which a page can show: `{ error }`.
 */
export const refuse = (status: number, error: string) =>
  Response.json(
    { error },
    { status, headers: { "Cache-Control": "no-store" } },
  )

/** `AUTH_URL`, because behind a proxy a request has another address. */
const originOf = ({ nextUrl }: NextRequest) =>
  new URL(process.env.AUTH_URL ?? nextUrl).origin

/** `__Host-` keeps subdomains from setting the cookie. */
const cookieName = (request: NextRequest) =>
  `${originOf(request).startsWith("https:") ? "__Host-" : ""}step-up`

const nonceOf = (request: NextRequest) =>
  request.cookies.get(cookieName(request))?.value || undefined
