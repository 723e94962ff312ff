import type { PrismaClient } from "@/generated/prisma/client"

type Database = Pick<PrismaClient, "authenticator">

/** WebAuthn L3 §4: a credential id has at most 1,023 bytes. */
const credentialId = /^[A-Za-z0-9_-]{1,1364}$/

/**
 * Answers `POST /api/passkeys/known` with `{ "id": "…" }`, a credential
 * id in base64url: 204 if the database has this passkey, and 404 with
 * `{ "known": false }` if it doesn't.
 *
 * It needs no session, because the person isn't signed in. Whoever asks
 * has the id already, which is random and has at least 16 bytes: it
 * can't be guessed (§14.6.3), and the answer says nothing else.
 *
 * @throws {Error} If the database can't be reached. That must not
 *   become 404: the browser would forget a passkey that works.
 */
export async function answerKnownPasskey(
  request: Request,
  prisma: Database,
): Promise<Response> {
  const site = request.headers.get("sec-fetch-site") ?? "same-origin"
  if (site !== "same-origin")
    return refuse(403, "Only pages of this site may ask.")
  if (!request.headers.get("content-type")?.includes("json"))
    return refuse(415, "Send JSON.")
  if (!(Number(request.headers.get("content-length") ?? NaN) <= 2_048))
    return refuse(413, "Send one credential id.")
  const body = await request.json().catch(() => undefined)
  const id: unknown = body?.id
  if (typeof id !== "string" || !credentialId.test(id))
    return refuse(400, "id must be a credential id in base64url.")
  // Auth.js stores credential ids as base64.
  const credentialID = Buffer.from(id, "base64url").toString("base64")
  const count = await prisma.authenticator.count({
    where: { credentialID },
  })
  return count
    ? new Response(null, { status: 204, headers })
    : Response.json({ known: false }, { status: 404, headers })
}

const headers = { "Cache-Control": "no-store" }

const refuse = (status: number, error: string) =>
  Response.json({ error }, { status, headers })
