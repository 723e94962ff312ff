import type { NextApiRequest, NextApiResponse } from "next"
import { stepUpEndpoint as readersEndpoint } from "../../recipes/step-up/passkeys/step-up-endpoint"
import { addCookieNamesHeaders } from "./cookie-names-header"
import { signedInEndpoint } from "./signed-in-endpoint"

/** `/api/passkeys/step-up`: the reader's own. */
export const stepUpEndpoint = (req: NextApiRequest, res: NextApiResponse): Promise<void> =>
  signedInEndpoint(
    req,
    res,
    ({ prisma }) => {
      const handle = readersEndpoint(prisma)
      return { POST: async (request) => addCookieNamesHeaders(request, await handle(request)) }
    },
    { POST: "options" },
  )
