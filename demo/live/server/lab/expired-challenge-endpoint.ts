import type { NextApiRequest, NextApiResponse } from "next"
import { encode } from "next-auth/jwt"
import { demoEndpoint } from "../demo-endpoint"
import { countAttempt } from "../limits/count-attempts"
import { sendTooManyAttempts } from "../limits/limit-errors"
import { visitorOf } from "../limits/visitor"
import { cookieNamed, hasSecureCookies } from "../session-token"
import { openCookieJar } from "./cookie-jar"

/** How long ago, in seconds, it ended. Auth.js allows clocks that are 15 seconds apart. */
const endedAgoSeconds = 60

/**
 * `POST /api/demo/expired-challenge`: the cookie of a challenge, made with Auth.js's own function and
 * this site's own secret, whose 15 minutes are over. It opens nothing: Auth.js refuses it.
 */
export const expiredChallengeEndpoint = (
  req: NextApiRequest,
  res: NextApiResponse,
): Promise<void> => {
  // Only for the lab: it would replace the reader's own challenge.
  if (!openCookieJar(req, res)) {
    res.status(400).json({ error: "This address is for the break-it lab." })
    return Promise.resolve()
  }
  return demoEndpoint(req, res, "POST", () => answer(req, res))
}

async function answer(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  const retryAfter = await countAttempt("ceremonies", visitorOf(req))
  if (retryAfter !== undefined) return sendTooManyAttempts(res, retryAfter)
  const challenge = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url")
  const name = cookieNamed("authjs.challenge")
  const value = await sealed(name, challenge)
  const secure = hasSecureCookies() ? "; Secure" : ""
  // The browser keeps it a moment longer than it is good for, as a browser with a slow clock does.
  res.setHeader(
    "Set-Cookie",
    `${name}=${value}; Max-Age=60; Path=/; HttpOnly; SameSite=Lax${secure}`,
  )
  res
    .status(200)
    .json({ options: { challenge, rpId: new URL(process.env.AUTH_URL ?? "").hostname } })
}

/** As `@auth/core/lib/actions/callback/oauth/checks.js` does it, in two layers. */
async function sealed(cookieName: string, challenge: string): Promise<string> {
  const secret = process.env.AUTH_SECRET ?? ""
  const maxAge = -endedAgoSeconds
  const salt = "encodedWebauthnChallenge"
  const value = await encode({ secret, salt, maxAge, token: { challenge } })
  const token = { value, provider: "passkey" }
  return encode({ secret, salt: cookieName, maxAge, token })
}
