import { prisma } from "@/prisma"

/** When this process was last asked, and the answer. */
let latest: { at: number; healthy: Promise<boolean> } | undefined

/**
 * 200 if the database takes a write, and 503 if it doesn't within two
 * seconds. It asks the database once a second at most.
 */
export async function GET(): Promise<Response> {
  const now = Date.now()
  if (!latest || now - latest.at >= 1_000)
    latest = { at: now, healthy: withinTwoSeconds(write()) }
  const healthy = await latest.healthy
  return Response.json(
    { status: healthy ? "ok" : "unavailable" },
    {
      status: healthy ? 200 : 503,
      headers: { "Cache-Control": "no-store" },
    },
  )
}

/**
 * No session is this old. The statement still needs a database that can
 * be written to: one that is locked or read-only answers `SELECT 1`.
 */
async function write(): Promise<boolean> {
  const expires = { lt: new Date(0) }
  await prisma.session.deleteMany({ where: { expires } })
  return true
}

const withinTwoSeconds = (work: Promise<boolean>) =>
  Promise.race([
    work.catch(() => false),
    new Promise<boolean>((resolve) =>
      setTimeout(() => resolve(false), 2_000),
    ),
  ])
