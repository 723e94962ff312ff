import { randomUUID } from "node:crypto"
import { prisma } from "../prisma"
import { challengeCookie, cookie, readCookie } from "./server-settings"

const lifetimeSeconds = 5 * 60

/**
 * Stores a challenge, and deletes those that have expired.
 *
 * @param userId Who may use it to add a passkey.
 * @returns The cookie that names it.
 */
export async function keepChallenge(
  challenge: string,
  userId?: string,
) {
  const id = randomUUID()
  const expires = new Date(Date.now() + lifetimeSeconds * 1_000)
  await prisma.webAuthnChallenge.deleteMany({
    where: { expires: { lt: new Date() } },
  })
  await prisma.webAuthnChallenge.create({
    data: { id, challenge, userId, expires },
  })
  return cookie(challengeCookie, id, lifetimeSeconds)
}

/**
 * Takes the browser's challenge. Of several requests at once, one gets
 * it.
 *
 * @throws {Error} If there is none for this user, it was used, or it
 * has expired.
 */
export async function takeChallenge(request: Request, userId?: string) {
  const id = readCookie(request, challengeCookie) ?? ""
  const row = await prisma.webAuthnChallenge.findUnique({
    where: { id },
  })
  const { count } = await prisma.webAuthnChallenge.deleteMany({
    where: { id },
  })
  const isTheirs = row?.userId === (userId ?? null)
  if (!row || count === 0 || !isTheirs || row.expires < new Date())
    throw new Error("There is no such challenge, or it was used")
  return row.challenge
}
