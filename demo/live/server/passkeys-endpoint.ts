import type { NextApiRequest, NextApiResponse } from "next"
import { passkeysEndpoint as readersEndpoint } from "../../recipes/settings/passkeys/passkeys-endpoint"
import { confirmedRemoval } from "../../recipes/step-up/passkeys/step-up-endpoint"
import { signedInEndpoint } from "./signed-in-endpoint"

/** `/api/passkeys`: the reader's own, for the passkeys of the session's account. Removals are confirmed. */
export const passkeysEndpoint = (req: NextApiRequest, res: NextApiResponse): Promise<void> =>
  signedInEndpoint(
    req,
    res,
    ({ prisma }) => {
      const { read, rename, remove } = readersEndpoint(prisma, confirmedRemoval(prisma))
      return { GET: read, PATCH: rename, DELETE: remove }
    },
    { DELETE: "verification" },
  )

/** `/api/passkeys/other-sessions`. */
export const otherSessionsEndpoint = (req: NextApiRequest, res: NextApiResponse): Promise<void> =>
  signedInEndpoint(req, res, ({ prisma }) => ({ DELETE: readersEndpoint(prisma).leaveOthers }))
