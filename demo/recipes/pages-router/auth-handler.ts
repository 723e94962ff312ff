import type { NextApiRequest, NextApiResponse } from "next"
import { NextRequest } from "next/server"

type Handlers = Partial<
  Record<string, (request: NextRequest) => Promise<Response>>
>

/**
 * Serves Auth.js, or another route handler for each method, from a
 * Pages Router API route, which must turn its `bodyParser` off.
 *
 * Auth.js uses `Request` and `Response`, so this converts the request,
 * and then the response. The URL starts with `AUTH_URL`, never with the
 * `Host` header, because it determines the RP ID and the origin.
 */
export function pagesRouterHandler(handlers: Handlers) {
  return async function handler(
    req: NextApiRequest,
    res: NextApiResponse,
  ) {
    const { method = "" } = req
    const handle = Object.hasOwn(handlers, method)
      ? handlers[method]
      : undefined
    if (!handle) {
      const allowed = Object.keys(handlers).join(", ")
      res.setHeader("Allow", allowed).status(405).end()
      return
    }
    const body = method === "GET" ? undefined : await readBody(req)
    if (body === "too large") {
      res.setHeader("Connection", "close").status(413).end()
      return
    }
    const url = new URL(req.url ?? "/", process.env.AUTH_URL)
    const request = new NextRequest(url, {
      method,
      headers: headersOf(req),
      body,
    })
    const response = await handle(request)
    res.status(response.status)
    for (const [name, value] of response.headers) {
      if (name !== "set-cookie") res.setHeader(name, value)
    }
    // One header for each cookie. If they're joined with commas,
    // browsers read them as one cookie.
    res.setHeader("Set-Cookie", response.headers.getSetCookie())
    res.end(Buffer.from(await response.arrayBuffer()))
  }
}

function headersOf(req: NextApiRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined)
      headers.set(name, Array.isArray(value) ? value.join(", ") : value)
  }
  return headers
}

/**
 * Reads up to 64 KiB. What browsers send to Auth.js is a few kilobytes
 * at most.
 */
async function readBody(req: NextApiRequest): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req) {
    size += chunk.length
    if (size > 65_536) return "too large"
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
