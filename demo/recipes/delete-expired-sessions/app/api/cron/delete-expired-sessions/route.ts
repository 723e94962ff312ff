import { deleteExpiredSessions } from "@/delete-expired-sessions"

/**
 * Your scheduler sends `Authorization: Bearer` and the value of
 * `CRON_SECRET`, as Vercel's does.
 */
export async function GET(request: Request) {
  const secret = process.env.CRON_SECRET
  if (
    !secret ||
    request.headers.get("Authorization") !== `Bearer ${secret}`
  )
    return new Response(null, { status: 401 })
  return Response.json({ deleted: await deleteExpiredSessions() })
}
