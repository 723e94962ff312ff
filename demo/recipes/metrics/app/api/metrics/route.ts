import { createHash, timingSafeEqual } from "node:crypto"
import { register } from "prom-client"
import "@/metrics"

const sha256 = (text: string) =>
  createHash("sha256").update(text).digest()

/**
 * Prometheus' text format, for whoever has the token. Without
 * `METRICS_TOKEN`, there is nothing at this address.
 */
export async function GET(request: Request): Promise<Response> {
  const token = process.env.METRICS_TOKEN
  if (!token) return new Response(null, { status: 404 })
  const given = request.headers.get("authorization") ?? ""
  if (!timingSafeEqual(sha256(given), sha256(`Bearer ${token}`)))
    return new Response(null, { status: 401 })
  return new Response(await register.metrics(), {
    headers: {
      "Content-Type": register.contentType,
      "Cache-Control": "no-store",
    },
  })
}
