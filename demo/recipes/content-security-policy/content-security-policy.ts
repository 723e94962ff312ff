import { NextResponse, type NextRequest } from "next/server"

/**
 * Lets a request through to its page, with a policy that only allows
 * scripts of that page. Next.js reads the nonce from the request's
 * header, and gives it to each script that it writes.
 */
export function withContentSecurityPolicy(
  request: NextRequest,
): NextResponse {
  const policy = contentSecurityPolicy(
    Buffer.from(crypto.randomUUID()).toString("base64"),
  )
  const headers = new Headers(request.headers)
  headers.set("Content-Security-Policy", policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set("Content-Security-Policy", policy)
  return response
}

function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === "development"
  return [
    "default-src 'self'",
    // While you develop, React calls `eval` to show where an error
    // comes from on the server.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // `next/image` writes style attributes, which can't have a nonce.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ")
}
