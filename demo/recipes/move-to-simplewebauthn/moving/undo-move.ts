import type {
  Authenticator,
  Prisma,
  PrismaClient,
  WebAuthnCredential,
} from "../generated/prisma/client"
import { transaction, type Report } from "./move-passkeys"
import { list, toBase64url } from "./plan-move"

/** The id of the provider in Auth.js's configuration. */
const provider = "passkey"

const toBase64 = (base64url: string) =>
  Buffer.from(base64url, "base64url").toString("base64")

/**
 * Goes back to Auth.js: takes over the counters, and empties the
 * server's tables. If people have added or removed passkeys since the
 * move, it writes nothing, unless `keepChanges` makes the same changes
 * in the tables of Auth.js.
 */
export const undoMove = (
  prisma: PrismaClient,
  { dryRun = false, keepChanges = false } = {},
): Promise<Report> =>
  prisma.$transaction(async (tx) => {
    const credentials = await tx.webAuthnCredential.findMany()
    const authenticators = await tx.authenticator.findMany()
    const there = new Map(credentials.map((row) => [row.id, row]))
    const added = credentials.filter(
      ({ createdAt }) => createdAt !== null,
    )
    // Without any row, there was no move.
    const removed = authenticators.filter(
      ({ credentialID }) =>
        credentials.length > 0 && !there.has(toBase64url(credentialID)),
    )
    const changes = [
      ...list(
        "Added since the move. Credential id:",
        added.map(({ id }) => id),
      ),
      ...list(
        "Missing in WebAuthnCredential: removed, or created with Auth.js after the move. Credential id:",
        removed.map(({ credentialID }) => credentialID),
      ),
    ]
    const report: Report = {
      passkeys: credentials.length - added.length,
      problems: keepChanges ? [] : changes,
      notes: keepChanges ? changes : [],
    }
    if (dryRun || report.problems.length > 0) return report
    for (const row of added) await addToAuthjs(tx, row)
    for (const row of removed) await removeFromAuthjs(tx, row)
    for (const { credentialID, counter } of authenticators) {
      const newest = there.get(toBase64url(credentialID))?.counter
      if (newest !== undefined && newest > counter)
        await tx.authenticator.update({
          where: { credentialID },
          data: { counter: newest },
        })
    }
    await tx.webAuthnCredential.deleteMany()
    await tx.webAuthnChallenge.deleteMany()
    return report
  }, transaction)

async function addToAuthjs(
  tx: Prisma.TransactionClient,
  row: WebAuthnCredential,
) {
  const { userId } = row
  const id = toBase64(row.id)
  await tx.account.create({
    data: { userId, type: "webauthn", provider, providerAccountId: id },
  })
  await tx.authenticator.create({
    data: {
      userId,
      credentialID: id,
      providerAccountId: id,
      credentialPublicKey: toBase64(row.publicKey),
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
