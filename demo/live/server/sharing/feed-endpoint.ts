import type { NextApiRequest, NextApiResponse } from "next"
import { siteName } from "../../../../components/site-name"
import { changelog, type ChangelogEntry } from "./changelog"
import { fileEndpoint } from "./file-endpoint"
import { siteAddress } from "../site-address"
import { xml } from "./xml"

/** `GET /feed.xml`: the changelog as an Atom feed (RFC 4287). */
export const feedEndpoint = (req: NextApiRequest, res: NextApiResponse): Promise<void> =>
  fileEndpoint(req, res, () => ({
    type: "application/atom+xml; charset=utf-8",
    body: feed(changelog),
    maxAge: 3_600,
  }))

/** A tag URI (RFC 4151), which stays when the site moves to another address (RFC 4287 §4.2.6). */
const idOf = (name: string) => `tag:github.com,2026:passkeys-with-authjs/guide/${name}`

/** Days have no time of their own. */
const timeOf = (date: string) => `${date}T00:00:00Z`

/**
 * @param entries The newest first.
 */
function feed(entries: ChangelogEntry[]): string {
  const items = entries.map(
    ({ id, title, date, html }) => xml`
  <entry>
    <id>${idOf(`changelog/${id}`)}</id>
    <title>${title}</title>
    <updated>${timeOf(date)}</updated>
    <link rel="alternate" type="text/html" href="${siteAddress(`/changelog#${id}`)}"/>
    <content type="html">${withAbsoluteLinks(html)}</content>
  </entry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
${xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${idOf("changelog")}</id>
  <title>${siteName}: changes</title>
  <updated>${timeOf(entries[0]?.date ?? "2026-11-22")}</updated>
  <author><name>${siteName}</name></author>
  <link rel="self" type="application/atom+xml" href="${siteAddress("/feed.xml")}"/>
  <link rel="alternate" type="text/html" href="${siteAddress("/changelog")}"/>${items}
</feed>`}
`
}

/** Readers of feeds show entries away from the site. */
const withAbsoluteLinks = (html: string) =>
  html.replace(/(<a href=")(\/[^"]*)/g, (_, start, path) => start + siteAddress(path))
