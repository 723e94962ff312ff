import type { NextApiRequest, NextApiResponse } from "next"
import { demoEndpoint } from "../demo-endpoint"
import { countAttempt } from "../limits/count-attempts"
import { tooManyAttemptsError } from "../limits/limit-errors"
import { visitorOf } from "../limits/visitor"
import { feedbackRequest } from "./feedback-request"
import { store } from "./store-feedback"

/**
 * `POST /api/feedback` with the fields `page`, `helpful` (`yes` or `no`) and `sentence`, as a form sends
 * them: stores what a reader thinks of a page.
 *
 * A script that asks for JSON gets `{"stored":true}`. A form without script is led back to the page, to
 * the sentence that says thanks.
 */
export const feedbackEndpoint = (req: NextApiRequest, res: NextApiResponse): Promise<void> =>
  demoEndpoint(req, res, "POST", () => answer(req, res))

async function answer(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  const asksForJson = req.headers.accept?.includes("application/json")
  const refuse = (status: number, error: string) => {
    res.status(status)
    if (asksForJson) return res.json({ error })
    res.setHeader("Content-Type", "text/plain; charset=utf-8")
    res.send(`${error} Go back to return to the page.`)
  }
  if (!isFromHere(req)) return refuse(403, "Feedback can only be sent from a page of this site.")
  if (!req.headers["content-type"]?.startsWith("application/x-www-form-urlencoded"))
    return refuse(415, "The body must be application/x-www-form-urlencoded.")
  const parsed = feedbackRequest.safeParse(req.body)
  if (!parsed.success) return refuse(400, messageOf(parsed.error.issues))
  const visitor = visitorOf(req)
  const retryAfter = await countAttempt("feedback", visitor)
  if (retryAfter !== undefined) {
    res.setHeader("Retry-After", String(retryAfter))
    return refuse(429, tooManyAttemptsError(retryAfter))
  }
  if (!(await store(parsed.data, visitor, req.headers["user-agent"] ?? "")))
    return refuse(503, "There's no room for more feedback at the moment.")
  if (asksForJson) res.status(200).json({ stored: true })
  else res.redirect(303, `${parsed.data.page}#feedback-stored`)
}

/**
 * Whether a request was sent by a page of this site. All browsers send one of the two headers with a
 * POST (Fetch §3.2, Fetch Metadata §2.3), and a page can't change them.
 */
function isFromHere({ headers }: NextApiRequest): boolean {
  const site = headers["sec-fetch-site"]
  return site === undefined
    ? headers.origin === new URL(process.env.AUTH_URL ?? "").origin
    : site === "same-origin"
}

/** Only messages of our own: zod's repeat names and values that came in. */
const messageOf = (issues: { code: string; message: string }[]) =>
  issues.find(({ code }) => ["custom", "invalid_enum_value"].includes(code))?.message ??
  "The request is malformed."
