import type { NextApiRequest, NextApiResponse } from "next"
import type { ErasedAnswer } from "./account"
import { isNobody, withDatabaseFaults } from "./auth-errors"
import { demoEndpoint } from "./demo-endpoint"
import { openCookieJar } from "./lab/cookie-jar"
import { loadStarter } from "./load-starter"

type AccountResponse = NextApiResponse<ErasedAnswer | { error: string }>

/** `DELETE /api/demo/account`: erases all that belongs to the account of the session. */
export const accountEndpoint = (req: NextApiRequest, res: AccountResponse): Promise<void> => {
  openCookieJar(req, res)
  return demoEndpoint(req, res, "DELETE", () => erase(req, res))
}

async function erase(req: NextApiRequest, res: AccountResponse): Promise<void> {
  const user = await findUser(req, res)
  if (!user) return res.status(401).json({ error: "Nobody is signed in." })
  const { prisma } = await loadStarter()
  // Account, Authenticator and Session rows go with it: their foreign keys cascade. Many, because
  // another tab, or the clock, may have been first.
  await prisma.user.deleteMany({ where: { id: user.id } })
  res.status(200).json({
    rpId: new URL(process.env.AUTH_URL ?? "").hostname,
    credentialIds: user.authenticators.map(({ credentialID }) =>
      Buffer.from(credentialID, "base64").toString("base64url"),
    ),
  })
}

/** The user of the session. `null` when signed out. */
async function findUser(req: NextApiRequest, res: AccountResponse) {
  const { auth, prisma } = await loadStarter()
  const session = await withDatabaseFaults(() => auth(req, res), isNobody)
  const email = session?.user?.email
  if (!email) return null
  return prisma.user.findUnique({ where: { email }, include: { authenticators: true } })
}
