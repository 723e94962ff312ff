/** An error that the page is told about, as JSON. */
export const jsonError = (status: number, error: string): Response =>
  Response.json(
    { error },
    { status, headers: { "Cache-Control": "no-store" } },
  )

/**
 * Reads the JSON object that a page of this site sent.
 *
 * The session cookie alone doesn't tell who wrote a request: a page on
 * another subdomain can send one too. Browsers say where it came from.
 *
 * @returns The object, or the response that refuses the request.
 */
export async function readJson(
  request: Request,
): Promise<Record<string, unknown> | Response> {
  if (!isSameOrigin(request))
    return jsonError(403, "The request came from another site.")
  const type = request.headers.get("content-type") ?? ""
  if (!type.startsWith("application/json"))
    return jsonError(415, "The body must be application/json.")
  const body: unknown = await request.json().catch(() => undefined)
  if (typeof body !== "object" || body === null || Array.isArray(body))
    return jsonError(400, "The body must be a JSON object.")
  return body as Record<string, unknown>
}

/** Browsers before 2023 send `Origin`, but not `Sec-Fetch-Site`. */
function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site")
  if (site) return site === "same-origin"
  const origin = request.headers.get("origin")
  return !origin || origin === new URL(request.url).origin
}
