import type { IncomingMessage } from "node:http"
import { isIP } from "node:net"

/**
 * The address that a request came from. `X-Forwarded-For` is what its sender wrote, so it counts
 * only as far as proxies of ours wrote it: `TRUST_PROXY` of them, each of which added at the right
 * the address that it saw.
 */
export function clientAddress(req: IncomingMessage): string {
  const socket = req.socket.remoteAddress ?? ""
  const proxies = Number(process.env.TRUST_PROXY ?? 0)
  if (!proxies) return socket
  const seen = [req.headers["x-forwarded-for"] ?? []].flat().join(",").split(",")
  const entry = seen.at(-proxies) ?? ""
  // Some proxies write the port too: 192.0.2.1:4711 or [2001:db8::1]:4711.
  const address = entry.trim().replace(/^\[(.*)\](:\d+)?$|^([\d.]+):\d+$/, "$1$3")
  return isIP(address) ? address : socket
}
