import type { NextApiRequest, NextApiResponse } from "next"
import type { NextRequest } from "next/server"
import { pagesRouterHandler } from "../../recipes/pages-router/auth-handler"
import { logRequests } from "../../recipes/request-log/request-log"
import { dropMalformedCookies } from "./auth-cookies"
import { logFailure, withDatabaseFaults } from "./auth-errors"
import { parseAuthRequest } from "./parse-auth-request"
import { builtInPageCsp } from "./built-in-page-csp"
import { offerEarlyRefusal } from "./limits/early-refusal"
import { checkLimits, settleLimits } from "./limits/guard-ceremony"
import { withTimeout } from "./database-health"
import { isDatabaseFault } from "./database-fault"
import { tooBusy } from "./limits/limit-errors"
import { addCookieNamesHeaders } from "./cookie-names-header"
import { errorResponse, unavailable } from "./error-response"
import { withCapturedLog } from "./lab/captured-log"
import { openCookieJar } from "./lab/cookie-jar"
import { loadStarter } from "./load-starter"
import { inTurn } from "./limits/request-queue"
import { countLine } from "./metrics/count-line"
import { visitorOf, type Visitor } from "./limits/visitor"

offerEarlyRefusal()

type Handler = (request: NextRequest) => Promise<Response>

/** How long, in milliseconds, one request may take before the database is taken for gone. */
const requestTimeoutMs = 8_000

/** Serves the starter's Auth.js at `/api/auth/*`, behind what it takes to stand in public. */
export async function authEndpoint(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  // Challenges and sessions are one person's. Auth.js says so for some of its answers only.
  res.setHeader("Cache-Control", "no-store")
  const isForLab = openCookieJar(req, res)
  dropMalformedCookies(req)
  const { handlers } = await loadStarter()
  const visitor = visitorOf(req)
  const guarded = (handler: Handler): Handler => {
    const guardedHandler = guard(handler, visitor)
    return isForLab ? withCapturedLog(guardedHandler) : guardedHandler
  }
  const logged = logRequests(
    { GET: guarded(handlers.GET), POST: guarded(handlers.POST) },
    countLine,
  )
  await pagesRouterHandler(logged)(req, res)
}

/** A handler for a visitor: in turn, in time, and within the limits. */
const guard =
  (handler: Handler, visitor: Visitor): Handler =>
  async (request) => {
    const work = () =>
      withTimeout(requestTimeoutMs, answer(request, handler, visitor)).catch((error: unknown) => {
        logFailure(error)
        if (isDatabaseFault(error)) return errorResponse(503, unavailable)
        return errorResponse(500, { error: "Something went wrong on the server." })
      })
    return (await inTurn(visitor, work)) ?? tooBusy()
  }

async function answer(request: NextRequest, handler: Handler, visitor: Visitor): Promise<Response> {
  const authRequest = await parseAuthRequest(request)
  if (authRequest instanceof Response) return authRequest
  const admission = await checkLimits(request, authRequest, visitor)
  if (admission instanceof Response) return admission
  const { response, body } = await withDatabaseFaults(
    async () => {
      const response = await handler(authRequest.request)
      return { response, body: await response.text() }
    },
    ({ response, body }) => hasFailed(request, response, body),
  )
  const limitError = await settleLimits(authRequest, visitor, admission, response)
  if (limitError) return limitError
  return addCookieNamesHeaders(request, withPolicy(response, body))
}

/** Whether the answer is one that Auth.js also gives when its adapter fails. */
function hasFailed(request: NextRequest, response: Response, body: string): boolean {
  if (response.status >= 500) return true
  // What fails while a response is verified, also for want of the database, is called so.
  const error = /error=(Configuration|WebAuthnVerificationError)/
  if (error.test(response.headers.get("location") ?? "")) return true
  if (!response.headers.get("content-type")?.includes("json")) return false
  if (error.test(body)) return true
  return body === "null" && request.cookies.getAll().some(({ name }) => name.includes("session"))
}

/**
 * The answer, with the body that was read from it. A page that Auth.js made gets its policy. And
 * `/api/auth/error?error=Configuration`, which is 500 for anyone who asks for it, is their mistake
 * and not the server's.
 */
function withPolicy(response: Response, body: string): Response {
  const html = response.headers.get("content-type")?.includes("text/html")
  const answer = new Response(body || null, {
    status: response.status >= 500 ? 400 : response.status,
    headers: response.headers,
  })
  if (html) {
    answer.headers.set("Content-Type", "text/html; charset=utf-8")
    answer.headers.set("Content-Security-Policy", builtInPageCsp(body))
    answer.headers.set("Cache-Control", "no-store")
  }
  return answer
}
