import ipaddr from "ipaddr.js"
import type { NextAuthResult } from "next-auth"
import type { NextRequest } from "next/server"
import {
  RateLimiterPrisma,
  RateLimiterRes,
} from "rate-limiter-flexible"
import { prisma } from "@/prisma"

/**
 * How many proxies of yours a request passes through. Each appends the
 * address that it saw to `X-Forwarded-For`. What is to the left of
 * these entries was written by the client. With 0, all requests are
 * counted together.
 */
const proxyCount = 1

const limiter = new RateLimiterPrisma({
  storeClient: prisma,
  tableName: "rateLimit",
  keyPrefix: "ceremonies",
  // 600 requests a minute: a class of 40 behind one address can
  // register and sign in at the same time.
  points: 600,
  duration: 60,
  // Once a network has reached the limit, its requests are rejected
  // without a query.
  inMemoryBlockOnConsumed: 600,
})

type Handlers = NextAuthResult["handlers"]

/**
 * Returns the handlers of Auth.js with a limit on the two endpoints of
 * a passkey ceremony. The limit applies to each network, and is shared
 * by all processes that use the same database.
 *
 * Over the limit, the response is 429 with `Retry-After` in seconds. If
 * the database can't be reached, it's 503: without the database, no
 * ceremony could succeed anyway.
 */
export function limitCeremonies({ GET, POST }: Handlers): Handlers {
  return {
    GET: async (request) =>
      (await rejectExcess(request)) ?? GET(request),
    POST: async (request) =>
      (await rejectExcess(request)) ?? POST(request),
  }
}

/** Counts the request. Returns a response if it's rejected. */
async function rejectExcess({
  nextUrl,
  headers,
}: NextRequest): Promise<Response | undefined> {
  if (
    !/\/(webauthn-options|callback)\/+passkey\/*$/.test(
      nextUrl.pathname,
    )
  )
    return undefined
  try {
    await count(networkOf(headers.get("x-forwarded-for")))
    return undefined
  } catch (error) {
    if (error instanceof RateLimiterRes)
      return reject(429, Math.ceil(error.msBeforeNext / 1_000))
    console.error("The request could not be counted:", error)
    return reject(503, 5)
  }
}

/**
 * Counts one request. Where Prisma has no native upsert, as on MySQL,
 * two requests can insert the same row at the same time. The one that
 * fails (P2002) then finds the row. So does one of two in a deadlock
 * (P2034).
 */
function count(network: string, attempt = 1): Promise<RateLimiterRes> {
  return limiter.consume(network).catch((error) => {
    if (
      attempt < 3 &&
      (error.code === "P2002" || error.code === "P2034")
    )
      return count(network, attempt + 1)
    throw error
  })
}

/**
 * The network that a request came from: an IPv4 address, or the first
 * 64 bits of an IPv6 address, which is the least that one connection is
 * assigned. Requests that didn't come through your proxies have no such
 * address, and are counted together.
 */
function networkOf(forwardedFor: string | null): string {
  const entry =
    forwardedFor?.split(",").reverse()[proxyCount - 1]?.trim() ?? ""
  // Some proxies add the port: 192.0.2.1:4711 or [2001:db8::1]:4711.
  const address = entry.replace(
    /^\[(.*)\](:\d+)?$|^([\d.]+):\d+$/,
    "$1$3",
  )
  if (!ipaddr.isValid(address)) return "unknown"
  // Turns an IPv4 address that is written as an IPv6 address into IPv4.
  const parsed = ipaddr.process(address)
  return parsed.kind() === "ipv4"
    ? parsed.toString()
    : Buffer.from(parsed.toByteArray().slice(0, 8)).toString("hex")
}

const reject = (status: number, retryAfterSeconds: number) =>
  new Response(null, {
    status,
    headers: { "Retry-After": String(retryAfterSeconds) },
  })
