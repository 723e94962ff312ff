import type { NextApiRequest, NextApiResponse } from "next"
import { availableChoices, markdownChoices } from "./markdown-choices"
import { pageMarkdown } from "./page-markdown"
import { sendText } from "./send-text"
import { siteAddress } from "../site-address"

/**
 * `GET /install.md?database=&packageManager=`: a page as Markdown, in these choices. `/index.md` is the
 * front page. 400 lists what can be chosen, and 404 says where all pages are listed.
 */
export function markdownEndpoint(req: NextApiRequest, res: NextApiResponse): void {
  sendText(req, res, () => {
    // From the path: next.config.mjs.
    const { page, ...query } = req.query
    const address = page === "index" ? "/" : `/${page}`
    const parsed = markdownChoices.safeParse(query)
    if (!parsed.success) {
      const error = "A page is written for these choices only."
      return { status: 400, body: { error, choices: availableChoices } }
    }
    const text = pageMarkdown(address, parsed.data)
    if (text === undefined) {
      const error = "There is no page at this address. /llms.txt lists all pages."
      return { status: 404, body: { error } }
    }
    return { type: "markdown", text, canonical: siteAddress(address) }
  })
}
