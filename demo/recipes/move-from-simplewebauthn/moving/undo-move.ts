import type { PrismaClient } from "../generated/prisma/client"
import { provider, transaction, type Report } from "./move-passkeys"
import { list, toBase64 } from "./plan-move"

/**
 * Goes back to SimpleWebAuthn's table: takes over the counters, and
 * deletes every passkey from Auth.js's tables. If people have added or
 * removed passkeys since the move, it writes nothing.
 */
export const undoMove = (
  prisma: PrismaClient,
  { dryRun = false } = {},
): Promise<Report> =>
  prisma.$transaction(async (tx) => {
    const credentials = await tx.webAuthnCredential.findMany()
    const authenticators = await tx.authenticator.findMany()
    const there = new Map(
      authenticators.map((row) => [row.credentialID, row]),
    )
    const moved = new Set(credentials.map(({ id }) => toBase64(id)))
    const added = authenticators.filter(
      ({ credentialID }) => !moved.has(credentialID),
    )
    // Without any passkey, there was no move.
    const removed = credentials.filter(
      ({ id }) => there.size > 0 && !there.has(toBase64(id)),
    )
    const report = {
      passkeys: authenticators.length,
      problems: [
        ...list(
          "Added since the move. Credential id:",
          added.map(({ credentialID }) => credentialID),
        ),
        ...list(
          "Missing in Authenticator: removed, or created with your server after the move. Id:",
          removed.map(({ id }) => id),
        ),
      ],
    }
    if (dryRun || report.problems.length > 0) return report
    for (const { id, counter } of credentials) {
      const newest = there.get(toBase64(id))?.counter
      if (newest !== undefined && newest > counter)
        await tx.webAuthnCredential.update({
          where: { id },
          data: { counter: newest },
        })
    }
    await tx.authenticator.deleteMany()
    await tx.account.deleteMany({ where: { provider } })
    return report
  }, transaction)
