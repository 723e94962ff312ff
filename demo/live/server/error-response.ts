/** The words of an answer that refuses, and after how many seconds to try again. */
type ErrorDetails = { error: string; retryAfter?: number }

/**
 * An answer that refuses: JSON that says why, for people who look, and `Retry-After` where waiting
 * helps (RFC 9110 §10.2.3).
 */
export function errorResponse(status: number, { error, retryAfter }: ErrorDetails): Response {
  const headers = new Headers({ "Cache-Control": "no-store" })
  if (retryAfter !== undefined) headers.set("Retry-After", String(retryAfter))
  return Response.json({ error }, { status, headers })
}

/** What every endpoint answers while the database is gone, locked, full or read-only. */
export const unavailable = {
  error: "The database is unavailable. Try again in a moment.",
  retryAfter: 5,
}
