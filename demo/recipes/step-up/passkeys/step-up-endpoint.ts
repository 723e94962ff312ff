import type { NextAuthRequest } from "next-auth"
import type { PrismaClient } from "@/generated/prisma/client"
import { jsonError, readJson } from "@/passkeys/json-request"
import {
  signedInUser,
  type MayRemove,
} from "@/passkeys/passkeys-endpoint"
import { stepUpOptions, StepUpError, verifyStepUp } from "./step-up"
import { stepUpTimeoutMs } from "./step-up-challenge"

/**
 * The handler of `POST /api/passkeys/step-up {deed}`, for `auth()` to
 * wrap. It returns the options to confirm the deed with, and sets a
 * cookie that binds them to this browser.
 */
export const stepUpEndpoint =
  (prisma: PrismaClient) =>
  async (request: NextAuthRequest): Promise<Response> => {
    const user = await signedInUser(prisma, request.auth)
    if (!user) return jsonError(401, "Nobody is signed in.")
    const body = await readJson(request)
    if (body instanceof Response) return body
    const { deed } = body
    if (typeof deed !== "string" || !deed || deed.length > 2_000)
      return jsonError(400, "Say what is to be confirmed.")
    // Other tabs of this browser may be about to confirm something too.
    const nonce = nonceOf(request) ?? crypto.randomUUID()
    const options = await stepUpOptions({
      prisma,
      origin: request.nextUrl.origin,
      userId: user.id,
      deed,
      nonce,
    })
    if (!options) return jsonError(409, "Your account has no passkey.")
    return Response.json(options, {
      headers: {
        "Cache-Control": "no-store",
        "Set-Cookie": nonceCookie(request, nonce),
      },
    })
  }

/**
 * Returns nothing if the user has confirmed the deed: `confirmation` in
 * the body is what `confirmItIsYou` returned. Otherwise, returns the
 * response that refuses the request.
 */
export async function refuseUnconfirmed(
  prisma: PrismaClient,
  request: NextAuthRequest,
  { confirmation }: Record<string, unknown>,
  userId: string,
  deed: string,
): Promise<Response | undefined> {
  const nonce = nonceOf(request)
  if (!nonce || !confirmation)
    return jsonError(403, "Confirm with a passkey that it's you.")
  const { origin } = request.nextUrl
  try {
    await verifyStepUp(
      { prisma, origin, userId, deed, nonce },
      confirmation,
    )
  } catch (error) {
    if (!(error instanceof StepUpError)) throw error
    console.warn(`Step-up refused: ${error.message}`)
    return jsonError(
      403,
      "That didn't confirm that it's you. Try again.",
    )
  }
}

/** For `passkeysEndpoint`: a removal must be confirmed. */
export const confirmedRemoval =
  (prisma: PrismaClient): MayRemove =>
  (request, body, userId) =>
    refuseUnconfirmed(
      prisma,
      request,
      body,
      userId,
      `remove-passkey:${body.id}`,
    )

/** With `__Host-`, no subdomain can set the cookie (RFC 6265bis). */
const cookieName = ({ nextUrl }: NextAuthRequest) =>
  `${nextUrl.protocol === "https:" ? "__Host-" : ""}step-up`

const nonceOf = (request: NextAuthRequest) =>
  request.cookies.get(cookieName(request))?.value || undefined

const nonceCookie = (request: NextAuthRequest, nonce: string) =>
  [
    `${cookieName(request)}=${nonce}`,
    `Max-Age=${stepUpTimeoutMs / 1_000}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Strict",
    ...(request.nextUrl.protocol === "https:" ? ["Secure"] : []),
  ].join("; ")
