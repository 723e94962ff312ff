import type { NextApiRequest, NextApiResponse } from "next"
import { dropMalformedCookies } from "./auth-cookies"
import { databaseAnswers } from "./database-answers"
import { unavailable } from "./refusal"

/**
 * Answers a request to an endpoint of the demo's own, which takes one method.
 *
 * @param work Answers it. What it throws becomes 503 when the database does not answer, and else 500.
 */
export async function demoEndpoint(
  req: NextApiRequest,
  res: NextApiResponse,
  method: "GET" | "DELETE",
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
    await work()
  } catch (error) {
    console.error(error)
    if (await databaseAnswers()) res.status(500).json({ error: "The server had a problem." })
    else refuseUnavailable(res)
  }
}

/** The answer while the database does not. */
export function refuseUnavailable(res: NextApiResponse): void {
  res.setHeader("Retry-After", String(unavailable.retryAfter)).status(503)
  res.json({ error: unavailable.error })
}
