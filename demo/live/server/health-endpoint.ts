import type { NextApiRequest, NextApiResponse } from "next"
import { isDatabaseHealthy } from "./database-health"
import { loadStarter } from "./load-starter"

/** `/api/health`: 200 when the database takes a write, 503 when it does not within 2 seconds. */
export async function healthEndpoint(_req: NextApiRequest, res: NextApiResponse): Promise<void> {
  res.setHeader("Cache-Control", "no-store")
  if (await isDatabaseHealthy()) {
    const { database } = await loadStarter()
    res.status(200).json({ status: "ok", database })
  } else res.status(503).setHeader("Retry-After", "5").json({ status: "unavailable" })
}
