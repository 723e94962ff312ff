import type { NextApiRequest, NextApiResponse } from "next"
import { answerKnownPasskey } from "../../recipes/known-passkey/passkeys/known-passkey"
import { pagesRouterHandler } from "../../recipes/pages-router/auth-handler"
import { demoEndpoint } from "./demo-endpoint"
import { countAttempt } from "./limits/count-attempts"
import { tooManyAttempts } from "./limits/limit-errors"
import { visitorOf } from "./limits/visitor"
import { loadStarter } from "./load-starter"

/**
 * `POST /api/passkeys/known`: the recipe's own answer to whether the database has a passkey, which is asked
 * after a ceremony that failed, and counted as one.
 */
export const knownPasskeyEndpoint = (req: NextApiRequest, res: NextApiResponse): Promise<void> =>
  demoEndpoint(req, res, "POST", () => handler(req, res))

function handler(req: NextApiRequest, res: NextApiResponse) {
  const POST = async (request: Request) => {
    const retryAfter = await countAttempt("ceremonies", visitorOf(req))
    if (retryAfter !== undefined) return tooManyAttempts(retryAfter)
    const { prisma } = await loadStarter()
    return answerKnownPasskey(request, prisma)
  }
  return pagesRouterHandler({ GET: POST, POST })(req, res)
}
