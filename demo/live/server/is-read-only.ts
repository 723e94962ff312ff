import type { NextApiRequest, NextApiResponse } from "next"

/** Whether a request only reads (GET or HEAD). Answers any other with 405. */
export function isReadOnly({ method }: NextApiRequest, res: NextApiResponse): boolean {
  if (method === "GET" || method === "HEAD") return true
  res.setHeader("Allow", "GET, HEAD").setHeader("Cache-Control", "no-store")
  res.status(405).json({ error: "Use GET." })
  return false
}
