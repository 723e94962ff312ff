import { NextRequest } from "next/server"
import { authRequestSchemas } from "./auth-request-schemas"
import { errorResponse } from "./error-response"

/** What a request to Auth.js asks for, once it is known to be well formed. */
export type AuthRequest = {
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
export async function parseAuthRequest(request: NextRequest): Promise<AuthRequest | Response> {
  const { pathname, search, searchParams } = request.nextUrl
  const path = pathname.replace(/^\/api\/auth\//, "")
  const schemas = Object.hasOwn(authRequestSchemas, path) ? authRequestSchemas[path] : undefined
  if (!schemas) return errorResponse(404, { error: "There's nothing at this address." })
  const schema = schemas[request.method as "GET" | "POST"]
  if (!schema) return methodNotAllowed(Object.keys(schemas))
  if (search.length > 4_096) return errorResponse(400, { error: "The query is too long." })
  if (request.method === "GET") return check(request, path, schema, searchParams)
  if (search) return errorResponse(400, { error: "A POST has no query here." })
  const type = request.headers.get("content-type") ?? ""
  if (!type.startsWith("application/x-www-form-urlencoded"))
    return errorResponse(415, { error: "The body must be application/x-www-form-urlencoded." })
  const body = await request.text()
  // Made again from the text: clone() would split the body's stream in two, which is slower.
  const { method, headers } = request
  const unread = new NextRequest(request.url, { method, headers, body })
  return check(unread, path, schema, new URLSearchParams(body))
}

function check(
  request: NextRequest,
  path: string,
  schema: NonNullable<(typeof authRequestSchemas)[string]["GET"]>,
  given: URLSearchParams,
): AuthRequest | Response {
  const entries = [...given]
  const fields = Object.fromEntries(entries)
  if (Object.keys(fields).length !== entries.length)
    return errorResponse(400, { error: "A field is given twice." })
  const parsed = schema.safeParse(fields)
  if (parsed.success) return { path, fields, request }
  const [issue] = parsed.error.issues
  const nested = issue?.code === "invalid_union" ? issue.unionErrors.at(-1)?.issues[0] : issue
  // Only messages of our own: zod's repeat names and values that came in.
  const known = nested && ["custom", "invalid_string", "invalid_enum_value"].includes(nested.code)
  return errorResponse(400, { error: known ? nested.message : "The request is malformed." })
}

function methodNotAllowed(methods: string[]): Response {
  const response = errorResponse(405, { error: `Use ${methods.join(" or ")}.` })
  response.headers.set("Allow", methods.join(", "))
  return response
}
