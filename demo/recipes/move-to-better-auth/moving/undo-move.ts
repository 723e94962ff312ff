import type {
  Authenticator,
  Passkey,
  Prisma,
  PrismaClient,
} from "../generated/prisma/client"
import {
  confirmAddresses,
  transaction,
  type Report,
} from "./move-passkeys"
import { list, toBase64url } from "./plan-move"

/** The id of the provider in Auth.js's configuration. */
const provider = "passkey"

/**
 * Goes back to Auth.js: takes over the counters, and empties Better
 * Auth's tables for passkeys, sessions and challenges. If people have
 * added or removed passkeys since the move, it writes nothing, unless
 * `keepChanges` makes the same changes in the tables of Auth.js.
 */
export const undoMove = (
  prisma: PrismaClient,
  { dryRun = false, keepChanges = false } = {},
): Promise<Report> =>
  prisma.$transaction(async (tx) => {
    const passkeys = await tx.passkey.findMany()
    const authenticators = await tx.authenticator.findMany()
    const there = new Map(
      passkeys.map((passkey) => [passkey.credentialID, passkey]),
    )
    const added = passkeys.filter(
      ({ id, credentialID }) => id !== credentialID,
    )
    // Without any passkey, there was no move.
    const removed = authenticators.filter(
      ({ credentialID }) =>
        passkeys.length > 0 && !there.has(toBase64url(credentialID)),
    )
    const changes = [
      ...list(
        "Added since the move. Passkey:",
        added.map(({ id }) => id),
      ),
      ...list(
        "Missing in Passkey: removed, or created with Auth.js after the move. Credential id:",
        removed.map(({ credentialID }) => credentialID),
      ),
    ]
    const report: Report = {
      passkeys: passkeys.length - added.length,
      problems: keepChanges ? [] : changes,
      notes: keepChanges ? changes : [],
    }
    if (dryRun || report.problems.length > 0) return report
    for (const passkey of added) await addToAuthjs(tx, passkey)
    for (const row of removed) await removeFromAuthjs(tx, row)
    for (const { credentialID, counter } of authenticators) {
      const { counter: newest = 0 } =
        there.get(toBase64url(credentialID)) ?? {}
      if (newest > counter)
        await tx.authenticator.update({
          where: { credentialID },
          data: { counter: newest },
        })
    }
    await tx.passkey.deleteMany()
    await tx.betterAuthSession.deleteMany()
    await tx.betterAuthVerification.deleteMany()
    const confirmed = { where: { emailConfirmed: true } }
    await confirmAddresses(tx, await tx.user.findMany(confirmed), false)
    return report
  }, transaction)

async function addToAuthjs(tx: Prisma.TransactionClient, row: Passkey) {
  const { userId } = row
  const id = Buffer.from(row.credentialID, "base64url").toString(
    "base64",
  )
  await tx.account.create({
    data: { userId, type: "webauthn", provider, providerAccountId: id },
  })
  await tx.authenticator.create({
    data: {
      userId,
      credentialID: id,
      providerAccountId: id,
      credentialPublicKey: row.publicKey,
      counter: row.counter,
      credentialDeviceType: row.deviceType,
      credentialBackedUp: row.backedUp,
      transports: row.transports || null,
    },
  })
}

async function removeFromAuthjs(
  tx: Prisma.TransactionClient,
  { credentialID, providerAccountId }: Authenticator,
) {
  await tx.authenticator.delete({ where: { credentialID } })
  await tx.account.deleteMany({
    where: { provider, providerAccountId },
  })
}
