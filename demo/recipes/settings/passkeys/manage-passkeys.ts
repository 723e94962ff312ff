import type { Prisma, PrismaClient } from "@/generated/prisma/client"
import type { PasskeyDetails } from "./passkeys-answer"
import { providerName } from "./provider-names"

/**
 * Whether a user can still sign in without one of their passkeys.
 * Another passkey or another provider's account will do. If you send
 * links by e-mail, add `{ emailVerified: { not: null } }`.
 */
const hasAnotherWayIn = (
  credentialID: string,
): Prisma.UserWhereInput => ({
  OR: [
    {
      authenticators: { some: { credentialID: { not: credentialID } } },
    },
    { accounts: { some: { provider: { not: "passkey" } } } },
  ],
})

/** The passkeys of a user, the oldest first. */
export async function listPasskeys(
  prisma: PrismaClient,
  userId: string,
): Promise<PasskeyDetails[]> {
  const rows = await prisma.authenticator.findMany({
    where: { userId },
  })
  // Databases differ in where they sort rows without a date.
  rows.sort((a, b) => Number(a.createdAt) - Number(b.createdAt))
  return rows.map((row) => ({
    id: Buffer.from(row.credentialID, "base64").toString("base64url"),
    name: row.name,
    aaguid: row.aaguid,
    provider: providerName(row.aaguid),
    // WebAuthn L3 §6.1.3: whether a passkey may be backed up is decided
    // when it's created.
    isSynced: row.credentialDeviceType === "multiDevice",
    createdAt: row.createdAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    userHandle: row.userHandle,
    transports: row.transports?.split(",").filter(Boolean) ?? [],
  }))
}

/**
 * Renames a passkey of a user. An empty name removes the name.
 *
 * @param id The credential id, base64url.
 * @returns `unknown` if the user has no such passkey.
 */
export async function renamePasskey(
  prisma: PrismaClient,
  userId: string,
  id: string,
  name: string,
): Promise<"renamed" | "unknown"> {
  const { count } = await prisma.authenticator.updateMany({
    where: { userId, credentialID: toStored(id) },
    data: { name: name || null },
  })
  return count > 0 ? "renamed" : "unknown"
}

/**
 * Removes a passkey of a user: its `Authenticator` row and its
 * `Account` row, both or neither. If only the first were deleted,
 * whoever knows the credential id could register it again and sign in
 * to this account.
 *
 * @param id The credential id, base64url.
 * @returns `last` if the user couldn't sign in any more, `unknown` if
 * they have no such passkey.
 */
export async function removePasskey(
  prisma: PrismaClient,
  userId: string,
  id: string,
): Promise<"removed" | "last" | "unknown"> {
  const credentialID = toStored(id)
  return prisma.$transaction(async (transaction) => {
    const { user, authenticator, account } = transaction
    // Sets the id to what it is, to lock the row. When two tabs remove
    // the last two passkeys at once, one waits here for the other.
    await user.updateMany({
      where: { id: userId },
      data: { id: userId },
    })
    const passkey = { userId, credentialID }
    if ((await authenticator.count({ where: passkey })) === 0)
      return "unknown"
    const remaining = { id: userId, ...hasAnotherWayIn(credentialID) }
    if ((await user.count({ where: remaining })) === 0) return "last"
    await authenticator.deleteMany({ where: passkey })
    await account.deleteMany({
      where: {
        userId,
        provider: "passkey",
        providerAccountId: credentialID,
      },
    })
    return "removed"
  })
}

/**
 * Ends the sessions of a user, except those of this browser. They are
 * rows in the database: with sessions in cookies, there are none to
 * delete.
 *
 * @param sessionTokens What this browser's session cookies hold.
 * @returns How many sessions have ended, or `undefined` if this
 * browser's isn't in the database.
 */
export async function endOtherSessions(
  prisma: PrismaClient,
  userId: string,
  sessionTokens: string[],
): Promise<number | undefined> {
  const current = await prisma.session.count({
    where: { userId, sessionToken: { in: sessionTokens } },
  })
  if (current === 0) return undefined
  const { count } = await prisma.session.deleteMany({
    where: { userId, sessionToken: { notIn: sessionTokens } },
  })
  return count
}

/** Auth.js stores credential ids as base64. */
const toStored = (id: string) =>
  Buffer.from(id, "base64url").toString("base64")
