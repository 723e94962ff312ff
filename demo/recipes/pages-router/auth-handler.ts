import type { NextApiRequest, NextApiResponse } from "next"
import { NextRequest } from "next/server"

type Handlers = Record<
  "GET" | "POST",
  (request: NextRequest) => Promise<Response>
>

/**
 * Serves Auth.js from a Pages Router API route, which must turn its
 * `bodyParser` off.
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
    if (req.method !== "GET" && req.method !== "POST") {
      res.setHeader("Allow", "GET, POST").status(405).end()
      return
    }
    const body = req.method === "POST" ? await readBody(req) : undefined
    if (body === "too large") {
      res.setHeader("Connection", "close").status(413).end()
      return
    }
    const url = new URL(req.url ?? "/", process.env.AUTH_URL)
    const request = new NextRequest(url, {
      method: req.method,
      headers: headersOf(req),
      body,
    })
    const response = await handlers[req.method](request)
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
