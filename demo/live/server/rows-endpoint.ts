import type { NextApiRequest, NextApiResponse } from "next"
import { isNobody, withDatabaseFaults } from "./auth-errors"
import { demoEndpoint } from "./demo-endpoint"
import { sendTooManyAttempts } from "./limits/limit-errors"
import { countAttempt } from "./limits/count-attempts"
import { sessionToken } from "./session-token"
import { loadStarter } from "./load-starter"
import { visitorOf } from "./limits/visitor"
import { maskTokens } from "./mask-tokens"
import type { Row, Rows, RowsAnswer } from "../rows/rows"

/**
 * How many rows of a table are returned: more than an account should have of any, see
 * `maxPasskeys` and `maxSessions`.
 */
const maxRows = 20

type RowsResponse = NextApiResponse<RowsAnswer | { error: string }>

/**
 * `GET /api/demo/rows`: the rows of the account that the session belongs to. Whose rows they are
 * follows from the session cookie alone: the request has no way to name anyone.
 */
export const rowsEndpoint = (req: NextApiRequest, res: RowsResponse): Promise<void> =>
  demoEndpoint(req, res, "GET", () => tell(req, res))

async function tell(req: NextApiRequest, res: RowsResponse): Promise<void> {
  if (Object.keys(req.query).length > 0) {
    res.status(400).json({ error: "This address takes no query: your session says who you are." })
    return
  }
  const token = sessionToken(req.headers.cookie)
  // Without a session there is nothing to read: neither the count nor the answer needs the database.
  const retryAfter = token ? await countAttempt("rows", visitorOf(req)) : undefined
  if (retryAfter !== undefined) return sendTooManyAttempts(res, retryAfter)
  const { auth, database, prisma } = await loadStarter()
  const session = await withDatabaseFaults(() => auth(req, res), isNobody)
  const email = session?.user?.email
  const found = email ? await findRows(prisma, email) : null
  const current = found?.sessionTokens.indexOf(token ?? "") ?? -1
  res.status(200).json({
    database,
    rows: found && maskTokens(found.rows),
    more: found?.more ?? { User: 0, Account: 0, Authenticator: 0, Session: 0 },
    currentSession: current < 0 ? null : current,
  })
}

async function findRows(prisma: Awaited<ReturnType<typeof loadStarter>>["prisma"], email: string) {
  const found = await prisma.user.findUnique({
    where: { email },
    include: {
      accounts: { orderBy: { createdAt: "desc" }, take: maxRows },
      sessions: { orderBy: { createdAt: "desc" }, take: maxRows },
      authenticators: { take: maxRows },
      _count: { select: { accounts: true, sessions: true, authenticators: true } },
    },
  })
  if (!found) return null
  const { accounts, sessions, authenticators, _count, ...user } = found
  accounts.reverse()
  sessions.reverse()
  // An Authenticator has no date. Its Account is written in the same registration.
  const age = (id: string) =>
    accounts.findIndex(({ providerAccountId }) => providerAccountId === id)
  authenticators.sort((a, b) => age(a.providerAccountId) - age(b.providerAccountId))
  const rows: Rows = {
    User: [toRow(user)],
    Account: accounts.map(toRow),
    Session: sessions.map(toRow),
    Authenticator: authenticators.map(toRow),
  }
  const more: RowsAnswer["more"] = {
    User: 0,
    Account: _count.accounts - accounts.length,
    Session: _count.sessions - sessions.length,
    Authenticator: _count.authenticators - authenticators.length,
  }
  return { rows, more, sessionTokens: sessions.map(({ sessionToken }) => sessionToken) }
}

function toRow(record: Record<string, string | number | bigint | boolean | Date | null>): Row {
  return Object.fromEntries(
    Object.entries(record).map(([column, value]) => {
      if (value instanceof Date) return [column, value.toISOString()]
      // A counter has 32 bits: no number is lost.
      return [column, typeof value === "bigint" ? Number(value) : value]
    }),
  )
}
