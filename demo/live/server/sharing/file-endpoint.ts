import type { NextApiRequest, NextApiResponse } from "next"
import { isReadOnly } from "../is-read-only"

/** A file that the site makes, and how long, in seconds, a cache may keep it without asking. */
type File = { type: string; body: string | Buffer; maxAge: number }

/**
 * Answers GET and HEAD with a file that only depends on the build. Next.js adds an ETag, and answers
 * 304 to whoever has the file already (RFC 9110 §13.1.2).
 *
 * @param make Makes the file. 500 if it throws.
 */
export async function fileEndpoint(
  req: NextApiRequest,
  res: NextApiResponse,
  make: () => File | Promise<File>,
): Promise<void> {
  if (!isReadOnly(req, res)) return
  try {
    const { type, body, maxAge } = await make()
    res.setHeader("Content-Type", type)
    res.setHeader("Cache-Control", `public, max-age=${maxAge}`)
    res.status(200).send(body)
  } catch (error) {
    console.error(error)
    res.setHeader("Cache-Control", "no-store").status(500)
    res.json({ error: "Something went wrong on the server." })
  }
}
