import type { NextApiRequest, NextApiResponse } from "next"
import { dropMalformedCookies } from "./auth-cookies"
import { logFailure } from "./auth-errors"
import { withTimeout } from "./database-health"
import { isDatabaseFault } from "./database-fault"
import { unavailable } from "./error-response"

/** How long, in milliseconds, one request may take before the database is taken for gone. */
const requestTimeoutMs = 8_000

/**
 * Answers a request to an endpoint of the demo's own, which takes one method.
 *
 * @param work Answers it. What it throws becomes 503 when the database is at fault, and else 500.
 */
export async function demoEndpoint(
  req: NextApiRequest,
  res: NextApiResponse,
  method: "GET" | "POST" | "DELETE",
  work: () => Promise<void>,
): Promise<void> {
  res.setHeader("Cache-Control", "no-store")
  dropMalformedCookies(req)
  if (req.method !== method) {
    res
      .setHeader("Allow", method)
      .status(405)
      .json({ error: `Use ${method}.` })
    return
  }
  try {
    await withTimeout(requestTimeoutMs, work())
  } catch (error) {
    logFailure(error)
    if (!isDatabaseFault(error)) {
      res.status(500).json({ error: "Something went wrong on the server." })
      return
    }
    res.setHeader("Retry-After", String(unavailable.retryAfter)).status(503)
    res.json({ error: unavailable.error })
  }
}
