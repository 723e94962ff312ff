import type { PrismaClient } from "../generated/prisma/client"
import { planMove } from "./plan-move"

export type Report = {
  /** How many passkeys were moved, or would be in a dry run. */
  passkeys: number
  /** Why nothing was written. */
  problems: string[]
  notes: string[]
}

/** Large tables take their time. */
export const transaction = { maxWait: 10_000, timeout: 600_000 }

/**
 * Copies every passkey of Auth.js into the server's table, in one
 * transaction. It writes nothing if anything is wrong, and nothing a
 * second time. The tables of Auth.js stay as they are.
 */
export const movePasskeys = (
  prisma: PrismaClient,
  { dryRun = false } = {},
): Promise<Report> =>
  prisma.$transaction(async (tx) => {
    const { rows, problems } = planMove(
      await tx.authenticator.findMany(),
      await tx.webAuthnCredential.findMany(),
    )
    const report = { passkeys: rows.length, problems, notes: [] }
    if (dryRun || problems.length > 0) return report
    // As many rows as fit into one statement on every database.
    for (let i = 0; i < rows.length; i += 100)
      await tx.webAuthnCredential.createMany({
        data: rows.slice(i, i + 100),
      })
    return report
  }, transaction)
