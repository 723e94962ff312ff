import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { NextApiRequest, NextApiResponse } from "next"
import { demoEndpoint } from "../demo-endpoint"
import { countAttempt } from "../limits/count-attempts"
import { sendTooManyAttempts } from "../limits/limit-errors"
import { visitorOf } from "../limits/visitor"
import { adviceIn, availableChoices, starterChoices, type StarterChoices } from "./starter-choices"
import { zipFiles } from "./zip-files"

type ErrorBody = { error: string; choices?: typeof availableChoices }

/** What can be downloaded for a reader's choices. */
type Download = {
  /** As a sentence begins with it: `The starter`. */
  what: string
  /** The name of the zip file, and of the folder in it. */
  folderOf: (choices: StarterChoices) => string
  /** Its files, by their paths in that folder. */
  filesOf: (choices: StarterChoices) => Promise<Map<string, string>>
}

/**
 * An endpoint that answers GET with a zip file for the choices in the query. 400 lists what can be chosen
 * and says what's missing, and all downloads of a network count together.
 */
export function zipEndpoint(download: Download) {
  return async (req: NextApiRequest, res: NextApiResponse<ErrorBody>): Promise<void> => {
    let zip: Iterable<Uint8Array> | undefined
    await demoEndpoint(req, res, "GET", async () => {
      zip = await startZip(req, res, download)
    })
    // Compresses a file once the one before is on its way. A reader may leave before the end.
    if (zip) await pipeline(Readable.from(zip), res).catch(() => {})
  }
}

/** The zip file that the answer consists of, or `undefined` where it is an error. */
async function startZip(
  req: NextApiRequest,
  res: NextApiResponse<ErrorBody>,
  { what, folderOf, filesOf }: Download,
) {
  const parsed = starterChoices.safeParse(req.query)
  if (!parsed.success) {
    const error = adviceIn(parsed.error) ?? `${what} can be downloaded for these choices only.`
    return void res.status(400).json({ error, choices: availableChoices })
  }
  const retryAfter = await countAttempt("downloads", visitorOf(req))
  if (retryAfter !== undefined) return void sendTooManyAttempts(res, retryAfter)
  const files = await filesOf(parsed.data)
  const folder = folderOf(parsed.data)
  res.setHeader("Content-Type", "application/zip")
  res.setHeader("Content-Disposition", `attachment; filename="${folder}.zip"`)
  return zipFiles(folder, files)
}
