import type { NextApiRequest, NextApiResponse } from "next"
import { fileEndpoint } from "./file-endpoint"
import { guidePages } from "./guide-pages"
import { siteAddress } from "../site-address"
import { xml } from "./xml"

/** `GET /sitemap.xml`: all pages, with the day on which each last changed (sitemaps.org/protocol). */
export const sitemapEndpoint = (req: NextApiRequest, res: NextApiResponse): Promise<void> =>
  fileEndpoint(req, res, () => ({
    type: "application/xml; charset=utf-8",
    body: sitemap(),
    maxAge: 3_600,
  }))

function sitemap(): string {
  const pages = guidePages.map(
    ({ address, changedAtMs }) => xml`
  <url>
    <loc>${siteAddress(address)}</loc>${
      changedAtMs === undefined
        ? ""
        : xml`
    <lastmod>${new Date(changedAtMs).toISOString()}</lastmod>`
    }
  </url>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
${xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${pages}
</urlset>`}
`
}
