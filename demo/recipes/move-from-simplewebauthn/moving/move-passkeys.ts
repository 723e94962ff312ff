import type { PrismaClient } from "../generated/prisma/client"
import { planMove } from "./plan-move"

export type Report = {
  /** How many passkeys were moved, or would be in a dry run. */
  passkeys: number
  /** Why nothing was written. */
  problems: string[]
}

/** The id of the provider in Auth.js's configuration. */
export const provider = "passkey"

/** Large tables take their time. */
export const transaction = { maxWait: 10_000, timeout: 600_000 }

/**
 * Copies every passkey of SimpleWebAuthn's table into those of Auth.js,
 * in one transaction. It writes nothing if anything is wrong, and
 * nothing a second time. That table stays as it is.
 */
export const movePasskeys = (
  prisma: PrismaClient,
  { dryRun = false } = {},
): Promise<Report> =>
  prisma.$transaction(async (tx) => {
    const accounts = await tx.account.findMany({ where: { provider } })
    const { rows, problems } = planMove(
      await tx.webAuthnCredential.findMany(),
      await tx.authenticator.findMany(),
      await tx.user.findMany(),
      accounts,
    )
    const report = { passkeys: rows.length, problems }
    if (dryRun || problems.length > 0) return report
    const there = new Set(accounts.map((row) => row.providerAccountId))
    // As many rows as fit into one statement on every database.
    for (let i = 0; i < rows.length; i += 100) {
      const data = rows.slice(i, i + 100)
      await tx.account.createMany({
        data: data
          .filter((row) => !there.has(row.providerAccountId))
          .map(({ userId, providerAccountId }) => ({
            userId,
            type: "webauthn",
            provider,
            providerAccountId,
          })),
      })
      await tx.authenticator.createMany({ data })
    }
    return report
  }, transaction)
