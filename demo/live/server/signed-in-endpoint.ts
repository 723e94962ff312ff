import type { NextApiRequest, NextApiResponse } from "next"
import type { NextAuthRequest } from "next-auth"
import type { NextRequest } from "next/server"
import { pagesRouterHandler } from "../../recipes/pages-router/auth-handler"
import { logConfirmation, type RequestLine } from "../../recipes/request-log/request-log"
import { dropMalformedCookies } from "./auth-cookies"
import { logFailure, withDatabaseFaults } from "./auth-errors"
import { isDatabaseFault } from "./database-fault"
import { withTimeout } from "./database-health"
import { errorResponse, unavailable } from "./error-response"
import { countAttempt } from "./limits/count-attempts"
import { tooBusy, tooManyAttempts } from "./limits/limit-errors"
import { inTurn } from "./limits/request-queue"
import { visitorOf } from "./limits/visitor"
import { loadStarter } from "./load-starter"
import { countLine } from "./metrics/count-line"
import { sessionToken } from "./session-token"

type Starter = Awaited<ReturnType<typeof loadStarter>>
/** A route handler of the reader's app, as `auth()` wraps it. */
type RouteHandler = (request: NextAuthRequest) => Promise<Response>

/** How long, in milliseconds, one request may take before the database is taken for gone. */
const requestTimeoutMs = 8_000

/**
 * Serves route handlers of the reader's app that are for people who are signed in, behind what it takes
 * to stand in public. Whoever has no session is refused by the handler, without a query.
 *
 * @param handlersOf The handlers, by method. Each is called with the session in `request.auth`.
 * @param confirmations Which of them have people confirm with a passkey. Their requests get a line in the
 *   log, unless nobody is signed in: such requests aren't limited, and would flood it.
 */
export async function signedInEndpoint(
  req: NextApiRequest,
  res: NextApiResponse,
  handlersOf: (starter: Starter) => Record<string, RouteHandler>,
  confirmations: Record<string, RequestLine["step"]> = {},
): Promise<void> {
  res.setHeader("Cache-Control", "no-store")
  dropMalformedCookies(req)
  const starter = await loadStarter()
  const visitor = visitorOf(req)
  const token = sessionToken(req.headers.cookie)
  const guarded = (handler: RouteHandler) => async (request: NextRequest) => {
    const answer = async () => {
      const retryAfter = token ? await countAttempt("settings", visitor) : undefined
      if (retryAfter !== undefined) return tooManyAttempts(retryAfter)
      // Auth.js answers "signed out" as well when the database doesn't.
      return withDatabaseFaults(
        () => withSession(starter, handler)(request),
        ({ status }) => token !== undefined && status === 401,
      )
    }
    const work = () =>
      withTimeout(requestTimeoutMs, answer()).catch((error: unknown) => {
        logFailure(error)
        if (isDatabaseFault(error)) return errorResponse(503, unavailable)
        return errorResponse(500, { error: "Something went wrong on the server." })
      })
    return (await inTurn(visitor, work)) ?? tooBusy()
  }
  const handlers = Object.entries(handlersOf(starter)).map(([method, handler]) => {
    const step = confirmations[method]
    const answer = guarded(handler)
    return [method, step && token ? logConfirmation(step, answer, countLine) : answer] as const
  })
  await pagesRouterHandler(Object.fromEntries(handlers))(req, res)
}

/** `auth(handler)`, which reads the session of the request. Its type names the App Router's context. */
const withSession = ({ auth }: Starter, handler: RouteHandler) =>
  auth(handler) as (request: NextRequest) => Promise<Response>
