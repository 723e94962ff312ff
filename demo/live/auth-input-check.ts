import { NextRequest } from "next/server"
import { authInputs } from "./auth-input"
import { refuse } from "./refusal"

/** What a request to Auth.js asks for, once it is known to be well formed. */
export type AuthQuestion = {
  path: string
  fields: Record<string, string>
  /** The request, to hand on: its body has not been read. */
  request: NextRequest
}

/**
 * Reads a request to `/api/auth/*` before Auth.js does, which takes whatever comes and answers some
 * of it with 500: an unknown provider, broken JSON, a callback URL that is none.
 *
 * @returns What it asks for, or the answer that refuses it.
 */
export async function readQuestion(request: NextRequest): Promise<AuthQuestion | Response> {
  const { pathname, search, searchParams } = request.nextUrl
  const path = pathname.replace(/^\/api\/auth\//, "")
  const inputs = Object.hasOwn(authInputs, path) ? authInputs[path] : undefined
  if (!inputs) return refuse(404, { error: "Nothing is at this address." })
  const input = inputs[request.method as "GET" | "POST"]
  if (!input) return methodNotAllowed(Object.keys(inputs))
  if (search.length > 4_096) return refuse(400, { error: "The query is too long." })
  if (request.method === "GET") return check(request, path, input, searchParams)
  if (search) return refuse(400, { error: "A POST has no query here." })
  const type = request.headers.get("content-type") ?? ""
  if (!type.startsWith("application/x-www-form-urlencoded"))
    return refuse(415, { error: "The body must be application/x-www-form-urlencoded." })
  const body = await request.text()
  // Made again from the text: clone() would split the body's stream in two, which is slower.
  const { method, headers } = request
  const unread = new NextRequest(request.url, { method, headers, body })
  return check(unread, path, input, new URLSearchParams(body))
}

function check(
  request: NextRequest,
  path: string,
  input: NonNullable<(typeof authInputs)[string]["GET"]>,
  given: URLSearchParams,
): AuthQuestion | Response {
  const entries = [...given]
  const fields = Object.fromEntries(entries)
  if (Object.keys(fields).length !== entries.length)
    return refuse(400, { error: "A field is given twice." })
  const parsed = input.safeParse(fields)
  if (parsed.success) return { path, fields, request }
  const [issue] = parsed.error.issues
  const nested = issue?.code === "invalid_union" ? issue.unionErrors.at(-1)?.issues[0] : issue
  // Only messages of our own: zod's repeat names and values that came in.
  const known = nested && ["custom", "invalid_string", "invalid_enum_value"].includes(nested.code)
  return refuse(400, { error: known ? nested.message : "The request is not well formed." })
}

function methodNotAllowed(methods: string[]): Response {
  const response = refuse(405, { error: `Use ${methods.join(" or ")}.` })
  response.headers.set("Allow", methods.join(", "))
  return response
}
