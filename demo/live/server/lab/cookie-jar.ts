import type { IncomingMessage, ServerResponse } from "node:http"
import { jarHeader } from "../../lab/jar-header"

/** `read-only`: like a client that ignores `Set-Cookie`, and still has the cookies of before. */
const jarNamed = /^(visitor|stranger)(; read-only)?$/

/**
 * Gives a request of the lab cookies of its own, as if another browser had sent it. The names of all
 * its cookies begin with that of the jar, so that the reader's session and challenge are neither seen
 * nor replaced. Another site can't send
 * the header: CORS would have to allow it. What answers the request knows nothing of it: it is the endpoint for everybody.
 *
 * @returns Whether the request is one of the lab.
 */
export function openCookieJar(req: IncomingMessage, res: ServerResponse): boolean {
  const [, name, isReadOnly] =
    jarNamed.exec(String(req.headers[jarHeader.toLowerCase()] ?? "")) ?? []
  if (!name) return false
  const prefix = `lab-${name}.`
  req.headers.cookie = cookiesOf(prefix, req.headers.cookie ?? "")
  // The last moment before headers are sent, whoever has set them.
  const { writeHead } = res
  res.writeHead = ((...args: Parameters<typeof writeHead>) => {
    const cookies = [res.getHeader("Set-Cookie") ?? []].flat().map(String)
    const own = cookies.map((cookie) => prefix + cookie.replace(/; *Path=[^;]*/i, "; Path=/api"))
    if (isReadOnly || own.length === 0) res.removeHeader("Set-Cookie")
    else res.setHeader("Set-Cookie", own)
    return writeHead.apply(res, args)
  }) as typeof writeHead
  return true
}

function cookiesOf(prefix: string, header: string): string {
  return header
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(prefix))
    .map((pair) => pair.slice(prefix.length))
    .join("; ")
}
