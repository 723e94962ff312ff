import type { NextApiRequest, NextApiResponse } from "next"
import { demoEndpoint } from "../demo-endpoint"
import { countAttempt } from "../limits/count-attempts"
import { tooManyAttemptsError } from "../limits/limit-errors"
import { visitorOf } from "../limits/visitor"
import { availableChoices, starterChoices, type StarterChoices } from "./starter-choices"
import { starterFiles } from "./starter-files"
import { zipFiles } from "./zip-files"

type ErrorBody = { error: string; choices?: Record<string, string[]> }

/**
 * `GET /api/starter?database=&packageManager=`: the starter for these choices, as a zip file. The
 * same choices give the same bytes. 400 lists what can be chosen.
 */
export const starterEndpoint = (
  req: NextApiRequest,
  res: NextApiResponse<Buffer | ErrorBody>,
): Promise<void> => demoEndpoint(req, res, "GET", () => send(req, res))

async function send(req: NextApiRequest, res: NextApiResponse<Buffer | ErrorBody>) {
  const parsed = starterChoices.safeParse(req.query)
  if (!parsed.success) {
    const error = "The starter can be downloaded for these choices only."
    return res.status(400).json({ error, choices: availableChoices })
  }
  const retryAfter = await countAttempt("downloads", visitorOf(req))
  if (retryAfter !== undefined) {
    res.setHeader("Retry-After", String(retryAfter)).status(429)
    return res.json({ error: tooManyAttemptsError(retryAfter) })
  }
  const bytes = await starterZip(parsed.data)
  res.setHeader("Content-Type", "application/zip")
  res.setHeader("Content-Disposition", `attachment; filename="${folderOf(parsed.data)}.zip"`)
  res.status(200).send(Buffer.from(bytes))
}

const folderOf = ({ database }: StarterChoices) => `passkeys-starter-${database}`

/** Made once for each of the choices: the files don't change while the site runs. */
const zips = new Map<string, Promise<Uint8Array>>()

function starterZip(choices: StarterChoices): Promise<Uint8Array> {
  const key = JSON.stringify(choices)
  const made = zips.get(key)
  if (made && process.env.NODE_ENV === "production") return made
  const zip = starterFiles(process.cwd(), choices).then((files) =>
    zipFiles(folderOf(choices), files),
  )
  zips.set(key, zip)
  zip.catch(() => zips.delete(key))
  return zip
}
