import type { NextApiRequest, NextApiResponse } from "next"
import { starter } from "./starter"

/** `/api/health`: 200 when the database answers a query, 503 when it does not within 2 seconds. */
export async function healthEndpoint(_req: NextApiRequest, res: NextApiResponse): Promise<void> {
  res.setHeader("Cache-Control", "no-store")
  try {
    const { database } = await withTimeout(2_000, query())
    res.status(200).json({ status: "ok", database })
  } catch {
    res.status(503).json({ status: "unavailable" })
  }
}

async function query() {
  const { prisma, database } = await starter()
  await prisma.$queryRaw`SELECT 1`
  return { database }
}

function withTimeout<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("timed out")), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
