import type { NextApiRequest, NextApiResponse } from "next"
import { databaseAnswers } from "./database-answers"
import { starter } from "./starter"

/** `/api/health`: 200 when the database takes a write, 503 when it does not within 2 seconds. */
export async function healthEndpoint(_req: NextApiRequest, res: NextApiResponse): Promise<void> {
  res.setHeader("Cache-Control", "no-store")
  if (await databaseAnswers()) {
    const { database } = await starter()
    res.status(200).json({ status: "ok", database })
  } else res.status(503).setHeader("Retry-After", "5").json({ status: "unavailable" })
}
