import { AsyncLocalStorage } from "node:async_hooks"
import { randomUUID } from "node:crypto"
import type { NextAuthConfig } from "next-auth"
import type { NextRequest } from "next/server"
import { describeError } from "@/auth-logger"

/** One request of a ceremony, without personal data. */
export type RequestLine = {
  /** When it arrived, in UTC (RFC 3339). */
  time: string
  /** Also in the response header `X-Request-Id`. */
  requestId: string
  step: "options" | "verification"
  /** `confirm`: a passkey is asked for again, by whoever is signed in. */
  action: "register" | "authenticate" | "confirm" | "unknown"
  outcome: "ok" | "error"
  status: number
  /** Names and codes of what Auth.js logged meanwhile. */
  error?: string
  /** How long the response took, in milliseconds. */
  ms: number
}

type Handler = (request: NextRequest) => Promise<Response>
type Handlers = { GET: Handler; POST: Handler }
type Step = RequestLine["step"]
type Action = RequestLine["action"]
type Write = (line: RequestLine) => void
type Logger = NonNullable<NextAuthConfig["logger"]>

/** What Auth.js logs while it handles a request. */
const running = new AsyncLocalStorage<{ error?: string }>()

/**
 * Wraps the `logger` of Auth.js, so that an error also gets into the
 * line of its request.
 */
export const notingErrors = (logger: Logger): Logger => ({
  ...logger,
  error(error) {
    noteError(error)
    logger.error?.(error)
  },
})

/** Puts an error into the line of the request that is running. */
export function noteError(error: Error): void {
  const request = running.getStore()
  if (request) request.error ??= describeError(error)
}

/**
 * Wraps the `handlers` of Auth.js. Each request of a ceremony gets a
 * request id, and one line in the log.
 *
 * @param write Writes the line. By default, it's JSON.
 */
export function logRequests(
  handlers: Handlers,
  write: Write = writeLine,
): Handlers {
  const logged = (handler: Handler) => async (request: NextRequest) => {
    const step = stepOf(request.nextUrl.pathname)
    if (!step) return handler(request)
    return answerWithLine(request, handler, step, write)
  }
  return { GET: logged(handlers.GET), POST: logged(handlers.POST) }
}

/**
 * Wraps a route handler that has people confirm with a passkey that
 * it's them: `options` if it asks them to, `verification` if it
 * verifies what they send. Each request gets a request id and a line.
 */
export function logConfirmation<Context extends unknown[]>(
  step: Step,
  handler: (
    request: NextRequest,
    ...context: Context
  ) => void | Response | Promise<void | Response>,
  write: Write = writeLine,
) {
  return (
    request: NextRequest,
    ...context: Context
  ): Promise<Response> => {
    const answer = async () =>
      (await handler(request, ...context)) ?? new Response()
    return answerWithLine(request, answer, step, write, "confirm")
  }
}

function writeLine(line: RequestLine): void {
  console.log(JSON.stringify(line))
}

/** @param known The action, if the request doesn't have to say it. */
async function answerWithLine(
  request: NextRequest,
  handler: Handler,
  step: Step,
  write: Write,
  known?: Action,
): Promise<Response> {
  const time = new Date().toISOString()
  const startedAt = performance.now()
  const requestId = requestIdOf(request)
  // The handler reads the body, which can be read only once.
  const isPost = !known && request.method === "POST"
  const copy = isPost ? request.clone() : undefined
  const noted: { error?: string } = {}
  const response = await running
    .run(noted, () => handler(request))
    .catch((error: Error) => {
      noted.error ??= describeError(error)
      return Response.json({ message: "Server error" }, { status: 500 })
    })
  const answer = await read(response)
  const error = noted.error ?? answer.error
  const action = answer.action ?? (await postedAction(copy))
  write({
    time,
    requestId,
    step,
    action: known ?? actionOf(action),
    outcome: response.status < 400 && !answer.error ? "ok" : "error",
    status: response.status,
    ...(error && { error }),
    ms: Math.round(performance.now() - startedAt),
  })
  const headers = new Headers(response.headers)
  headers.set("X-Request-Id", requestId)
  const { status, body } = response
  return new Response(body, { status, headers })
}

function stepOf(path: string): Step | undefined {
  if (path.endsWith("/webauthn-options/passkey")) return "options"
  if (path.endsWith("/callback/passkey")) return "verification"
  return undefined
}

/**
 * The id that your proxy gave the request, so that both logs have the
 * same. A client can send one too: nothing but letters and digits gets
 * into the log.
 */
function requestIdOf(request: NextRequest): string {
  const given = request.headers.get("x-request-id") ?? ""
  return /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}

/** What the response says of the action, and of an error. */
async function read(response: Response) {
  const url = response.headers.get("location")
  if (url) return { error: errorIn(url) }
  const isJson = response.headers.get("content-type")?.includes("json")
  const body = isJson && (await response.clone().json())
  return {
    action: body?.action as unknown,
    // Auth.js returns 200 on failure too: the error is in the URL.
    error: body?.url ? errorIn(body.url) : undefined,
  }
}

function errorIn(url: string): string | undefined {
  const { searchParams } = new URL(url, "http://localhost")
  const error = searchParams.get("error")
  if (error === null) return undefined
  return /^\w{1,40}$/.test(error) ? error : "unknown"
}

async function postedAction(request: Request | undefined) {
  const form = await request?.formData().catch(() => undefined)
  return form?.get("action")
}

const actionOf = (action: unknown): Action =>
  action === "register" || action === "authenticate"
    ? action
    : "unknown"
