import type { NextApiRequest, NextApiResponse } from "next"
import type { NextRequest } from "next/server"
import { pagesRouterHandler } from "../starter/variants/pages-router/auth-handler"
import { dropMalformedCookies } from "./auth-cookies"
import { logFailure, withDatabaseFaults } from "./auth-errors"
import { readQuestion } from "./auth-input-check"
import { policyForBuiltInPage } from "./built-in-page"
import { checkLimits, settleLimits } from "./ceremony-limits"
import { within } from "./database-answers"
import { isDatabaseFault } from "./database-fault"
import { tooBusy } from "./limit-refusals"
import { nameCookies } from "./name-cookies"
import { refuse, unavailable } from "./refusal"
import { starter } from "./starter"
import { inTurn } from "./turns"
import { visitorOf, type Visitor } from "./visitor"

type Handler = (request: NextRequest) => Promise<Response>

/** How long, in milliseconds, one request may take before the database is taken for gone. */
const patience = 8_000

/** Serves the starter's Auth.js at `/api/auth/*`, behind what it takes to stand in public. */
export async function authEndpoint(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  // Challenges and sessions are one person's. Auth.js says so for some of its answers only.
  res.setHeader("Cache-Control", "no-store")
  dropMalformedCookies(req)
  const { handlers } = await starter()
  const visitor = visitorOf(req)
  const guarded = (handler: Handler) => async (request: NextRequest) => {
    const work = () =>
      within(patience, answer(request, handler, visitor)).catch((error: unknown) => {
        logFailure(error)
        if (isDatabaseFault(error)) return refuse(503, unavailable)
        return refuse(500, { error: "The server had a problem." })
      })
    return (await inTurn(visitor, work)) ?? tooBusy()
  }
  await pagesRouterHandler({ GET: guarded(handlers.GET), POST: guarded(handlers.POST) })(req, res)
}

async function answer(request: NextRequest, handler: Handler, visitor: Visitor): Promise<Response> {
  const question = await readQuestion(request)
  if (question instanceof Response) return question
  const admission = await checkLimits(request, question, visitor)
  if (admission instanceof Response) return admission
  const { response, body } = await withDatabaseFaults(
    async () => {
      const response = await handler(question.request)
      return { response, body: await response.text() }
    },
    ({ response, body }) => hasFailed(request, response, body),
  )
  const refusal = await settleLimits(question, visitor, admission, response)
  if (refusal) return refusal
  return nameCookies(request, withPolicy(response, body))
}

/** Whether the answer is one that Auth.js also gives when its adapter fails. */
function hasFailed(request: NextRequest, response: Response, body: string): boolean {
  if (response.status >= 500) return true
  if (response.headers.get("location")?.includes("error=Configuration")) return true
  if (!response.headers.get("content-type")?.includes("json")) return false
  if (body.includes("error=Configuration")) return true
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
    answer.headers.set("Content-Security-Policy", policyForBuiltInPage(body))
    answer.headers.set("Cache-Control", "no-store")
  }
  return answer
}
