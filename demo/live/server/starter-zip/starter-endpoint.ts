import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { NextApiRequest, NextApiResponse } from "next"
import { demoEndpoint } from "../demo-endpoint"
import { countAttempt } from "../limits/count-attempts"
import { tooManyAttemptsError } from "../limits/limit-errors"
import { visitorOf } from "../limits/visitor"
import { adviceIn, availableChoices, starterChoices } from "./starter-choices"
import { starterFiles } from "./starter-files"
import { zipFiles } from "./zip-files"

type ErrorBody = { error: string; choices?: typeof availableChoices }

/**
 * `GET /api/starter?database=&packageManager=&signIn=&session=&extras=`: the starter for these choices,
 * as a zip file. The same choices give the same bytes. 400 lists what can be chosen, and says which
 * extra is missing if one needs another.
 */
export async function starterEndpoint(
  req: NextApiRequest,
  res: NextApiResponse<ErrorBody>,
): Promise<void> {
  let zip: Iterable<Uint8Array> | undefined
  await demoEndpoint(req, res, "GET", async () => {
    zip = await startZip(req, res)
  })
  // Compresses a file once the one before is on its way. A reader may leave before the end.
  if (zip) await pipeline(Readable.from(zip), res).catch(() => {})
}

/** The zip file that the answer consists of, or `undefined` where it is an error. */
async function startZip(req: NextApiRequest, res: NextApiResponse<ErrorBody>) {
  const parsed = starterChoices.safeParse(req.query)
  if (!parsed.success) {
    const error = adviceIn(parsed.error) ?? "The starter can be downloaded for these choices only."
    return void res.status(400).json({ error, choices: availableChoices })
  }
  const retryAfter = await countAttempt("downloads", visitorOf(req))
  if (retryAfter !== undefined) {
    res.setHeader("Retry-After", String(retryAfter)).status(429)
    return void res.json({ error: tooManyAttemptsError(retryAfter) })
  }
  const files = await starterFiles(process.cwd(), parsed.data)
  const folder = `passkeys-starter-${parsed.data.database}`
  res.setHeader("Content-Type", "application/zip")
  res.setHeader("Content-Disposition", `attachment; filename="${folder}.zip"`)
  return zipFiles(folder, files)
}
