import { loadStarter } from "../load-starter"

/** How many passkeys one account of the demo may have. */
export const maxPasskeys = 10

/** How many sessions an account of the demo keeps. Now and then, a sign-in ends those beyond. */
export const maxSessions = 20

/** An account, and how much belongs to it. */
export type AccountSize = { userId: string; passkeys: number; sessions: number }

/**
 * The account of a session, and how much belongs to it, in one statement.
 *
 * @returns `undefined` where there is no such session.
 * @throws {Error} When the database does not answer.
 */
export const accountOfSession = (sessionToken: string) =>
  readSize(`(SELECT "userId" FROM "Session" WHERE "sessionToken" = $1)`, sessionToken)

/** The same for an account whose id is known. */
export const accountOfUser = (userId: string) => readSize("$1", userId)

async function readSize(id: string, value: string): Promise<AccountSize | undefined> {
  const { prisma, database } = await loadStarter()
  const statement = `SELECT "id" AS "userId",
    (SELECT COUNT(*) FROM "Authenticator" WHERE "userId" = "User"."id") AS "passkeys",
    (SELECT COUNT(*) FROM "Session" WHERE "userId" = "User"."id") AS "sessions"
    FROM "User" WHERE "id" = ${id}`
  const sql = database === "mysql" ? statement.replaceAll('"', "`").replace("$1", "?") : statement
  const rows = await prisma.$queryRawUnsafe<Record<keyof AccountSize, unknown>[]>(sql, value)
  const [row] = rows
  return (
    row && {
      userId: String(row.userId),
      passkeys: Number(row.passkeys),
      sessions: Number(row.sessions),
    }
  )
}

/**
 * Ends the sessions of an account that are older than its newest `maxSessions`.
 *
 * @throws {Error} When the database does not answer.
 */
export async function endOldSessions(userId: string): Promise<void> {
  const { prisma } = await loadStarter()
  const oldestKept = await prisma.session.findFirst({
    where: { userId },
    orderBy: { createdAt: "desc" },
    skip: maxSessions - 1,
    select: { createdAt: true },
  })
  if (!oldestKept) return
  await prisma.session.deleteMany({
    where: { userId, createdAt: { lt: oldestKept.createdAt } },
  })
}
