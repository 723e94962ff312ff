import { randomUUID } from "node:crypto"
import { prisma } from "../prisma"
import { cookie, readCookie, sessionCookie } from "./server-settings"

const lifetimeSeconds = 30 * 24 * 60 * 60

/** Creates a session in Auth.js's table. Returns its cookie. */
export async function startSession(userId: string) {
  const sessionToken = randomUUID()
  const expires = new Date(Date.now() + lifetimeSeconds * 1_000)
  await prisma.session.create({
    data: { sessionToken, userId, expires },
  })
  return cookie(sessionCookie, sessionToken, lifetimeSeconds)
}

/** The user of the request, also if Auth.js signed them in. */
export async function readSession(request: Pick<Request, "headers">) {
  const sessionToken = readCookie(request, sessionCookie) ?? ""
  const session = await prisma.session.findUnique({
    where: { sessionToken, expires: { gt: new Date() } },
    include: { user: true },
  })
  return session?.user ?? null
}

/** Ends the session of the request, and removes its cookie. */
export async function signOut(request: Request): Promise<Response> {
  const sessionToken = readCookie(request, sessionCookie) ?? ""
  await prisma.session.deleteMany({ where: { sessionToken } })
  return Response.json(
    {},
    { headers: { "set-cookie": cookie(sessionCookie, "", 0) } },
  )
}
