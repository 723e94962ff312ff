import type { NextApiRequest, NextApiResponse } from "next"
import type { AccountAnswer, ErasedAnswer } from "./account"
import { nameOf } from "./made-up-name"
import { starter } from "./starter"

/** `/api/demo/account`: GET tells what belongs to the session, DELETE erases it all. */
export async function accountEndpoint(
  req: NextApiRequest,
  res: NextApiResponse<AccountAnswer | ErasedAnswer | { error: string }>,
): Promise<void> {
  res.setHeader("Cache-Control", "no-store")
  const { auth, prisma, database } = await starter()
  const session = await auth(req, res)
  const email = session?.user?.email
  const user = email
    ? await prisma.user.findUnique({ where: { email }, include: { authenticators: true } })
    : null
  switch (req.method) {
    case "GET":
      res.status(200).json({
        database,
        account: user && { name: nameOf(user.email), passkeys: user.authenticators.length },
      })
      return
    case "DELETE":
      if (!user) {
        res.status(401).json({ error: "Nobody is signed in." })
        return
      }
      // Account, Authenticator and Session rows go with it: their foreign keys cascade.
      await prisma.user.delete({ where: { id: user.id } })
      res.status(200).json({
        rpId: new URL(process.env.AUTH_URL ?? "").hostname,
        credentialIds: user.authenticators.map(({ credentialID }) =>
          Buffer.from(credentialID, "base64").toString("base64url"),
        ),
      })
      return
    default:
      res.setHeader("Allow", "GET, DELETE").status(405).json({ error: "Use GET or DELETE." })
  }
}
