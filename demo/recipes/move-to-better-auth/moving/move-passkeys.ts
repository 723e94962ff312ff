import type {
  Prisma,
  PrismaClient,
  User,
} from "../generated/prisma/client"
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
 * Copies every passkey of Auth.js into Better Auth's table, in one
 * transaction. It writes nothing if anything is wrong, and nothing a
 * second time. The tables of Auth.js stay as they are.
 */
export const movePasskeys = (
  prisma: PrismaClient,
  { dryRun = false } = {},
): Promise<Report> =>
  prisma.$transaction(async (tx) => {
    const passkeys = await tx.passkey.findMany()
    const users = await tx.user.findMany()
    const plan = planMove(
      await tx.authenticator.findMany(),
      passkeys,
      users,
    )
    const sessions = await tx.betterAuthSession.count()
    if (passkeys.length > 0 && sessions > 0 && plan.rows.length > 0)
      plan.problems.push(
        "Better Auth is in use. Another move would bring back passkeys that people have removed since.",
      )
    const report = { ...plan, passkeys: plan.rows.length }
    if (dryRun || plan.problems.length > 0) return report
    for (const data of batches(plan.rows))
      await tx.passkey.createMany({ data })
    const verified = users.filter((user) => user.emailVerified)
    await confirmAddresses(tx, verified, true)
    return report
  }, transaction)

/** Sets `emailConfirmed`, and leaves `updatedAt` as it is. */
export async function confirmAddresses(
  tx: Prisma.TransactionClient,
  users: User[],
  emailConfirmed: boolean,
) {
  for (const { id, updatedAt, ...user } of users)
    if (user.emailConfirmed !== emailConfirmed)
      await tx.user.update({
        where: { id },
        data: { emailConfirmed, updatedAt },
      })
}

/** As many rows as fit into one statement on every database. */
function* batches<Row>(rows: Row[], size = 100) {
  for (let i = 0; i < rows.length; i += size)
    yield rows.slice(i, i + size)
}
