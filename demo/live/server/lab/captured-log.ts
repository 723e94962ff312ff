import { AsyncLocalStorage } from "node:async_hooks"
import type { NextRequest } from "next/server"
import { describeError } from "../../../recipes/logger/auth-logger"

/** The header of an answer that has what was logged for it: a JSON array of lines, percent-encoded. */
export const logHeader = "X-Lab-Log"

/** What one request may have of it, so that no answer grows with what was sent. */
const maxLines = 6
const maxLineLength = 300

const captured = new AsyncLocalStorage<string[]>()

/**
 * Makes a handler that hands back what Auth.js logs while it works on a request, and only then: the
 * lines are in the answer to the request that caused them, and nothing of them is kept. So they are
 * nobody else's, in any number of processes.
 */
export function withCapturedLog(handler: (request: NextRequest) => Promise<Response>) {
  return async (request: NextRequest): Promise<Response> => {
    const lines: string[] = []
    const response = await captured.run(lines, () => handler(request))
    response.headers.set(logHeader, encodeURIComponent(JSON.stringify(lines)))
    return response
  }
}

/** Notes an error that Auth.js logs for the request that is being answered, if it is captured. */
export function captureError(error: Error): void {
  const lines = captured.getStore()
  if (!lines) return
  const room = Math.max(0, maxLines - lines.length)
  lines.push(...linesOf(error).slice(0, room))
}

/**
 * What the logger that comes with Auth.js prints of an error (`@auth/core/lib/utils/logger.js`),
 * without stacks; and in the last line what the logger of this guide's extra prints, without the place.
 */
function linesOf(error: Error): string[] {
  const { type, cause } = error as Error & { type?: string; cause?: { err?: unknown } }
  // Of an error that isn't Auth.js's, nobody knows what its message says.
  const lines = [`[auth][error] ${type ? `${type}: ${error.message}` : error.name}`]
  if (cause?.err instanceof Error) lines.push(`[auth][cause]: ${firstLine(cause.err)}`)
  lines.push(`auth: ${describeError(error).replace(/ at .*$/s, "")}`)
  return lines.map((line) => line.slice(0, maxLineLength))
}

/**
 * The first line of a stack. Messages of Prisma, of drivers and of Node.js name queries, hosts and
 * paths: of those, only the name.
 */
function firstLine(error: Error): string {
  const isPlain = Object.getPrototypeOf(error) === Error.prototype && !("code" in error)
  const [line = ""] = (error.stack ?? "").split("\n")
  return isPlain || error.name === unexpectedRpId ? line : error.name
}

/** The only error of SimpleWebAuthn for a response that has a class of its own. */
const unexpectedRpId = "UnexpectedRPIDHash"
