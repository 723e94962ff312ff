import type { NextApiRequest, NextApiResponse } from "next"
import { llmsFullText, llmsText } from "./llms-text"
import { sendText } from "./send-text"

/** `GET /llms.txt`: what the guide is and where each page is as Markdown. See https://llmstxt.org. */
export function llmsEndpoint(req: NextApiRequest, res: NextApiResponse): void {
  sendText(req, res, () => ({ type: "plain", text: llmsText() }))
}

/** `GET /llms-full.txt`: all pages in one text, in the default choices. */
export function llmsFullEndpoint(req: NextApiRequest, res: NextApiResponse): void {
  sendText(req, res, () => ({ type: "plain", text: llmsFullText() }))
}
