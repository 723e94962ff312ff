import type { NextApiRequest, NextApiResponse } from "next"
import { isReadOnly } from "../is-read-only"

type ErrorBody = { error: string; [more: string]: unknown }

/** A text to send, or why there is none. */
export type TextAnswer =
  | { type: "markdown" | "plain"; text: string; canonical?: string }
  | { status: 400 | 404; body: ErrorBody }

/**
 * Answers a GET or HEAD request with a text that only changes when the site is built again: caches keep
 * it and ask whether it's still the same (RFC 9111 §4.3), which costs 304 and no text. Next.js adds the
 * ETag.
 */
export function sendText(
  req: NextApiRequest,
  res: NextApiResponse,
  answer: () => TextAnswer,
): void {
  if (!isReadOnly(req, res)) return
  const found = answer()
  if ("status" in found) {
    res.setHeader("Cache-Control", "no-store")
    return res.status(found.status).json(found.body)
  }
  res.setHeader("Content-Type", `text/${found.type}; charset=utf-8`)
  res.setHeader("Cache-Control", "public, max-age=0, must-revalidate")
  // The page itself is what search engines should list (RFC 6596).
  if (found.canonical) res.setHeader("Link", `<${found.canonical}>; rel="canonical"`)
  res.status(200).send(found.text)
}
