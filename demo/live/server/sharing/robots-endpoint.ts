import type { NextApiRequest, NextApiResponse } from "next"
import { fileEndpoint } from "./file-endpoint"
import { siteAddress } from "../site-address"

/**
 * `GET /robots.txt` (RFC 9309): all pages, and the cards. The longest rule that fits an address holds
 * (§2.2.2).
 */
export const robotsEndpoint = (req: NextApiRequest, res: NextApiResponse): Promise<void> =>
  fileEndpoint(req, res, () => ({
    type: "text/plain; charset=utf-8",
    body: `User-agent: *
Disallow: /api/
Allow: /api/og

Sitemap: ${siteAddress("/sitemap.xml")}
`,
    maxAge: 3_600,
  }))
