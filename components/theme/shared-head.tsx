import { siteName, tagline } from "../site-name"
import { cardOf } from "./card-address"
import { structuredData, type SharedPage } from "./structured-data"

type Props = { page: SharedPage; pages: SharedPage[]; origin: string }

/**
 * What a page says of itself where its link is shared (https://ogp.me) and to search engines. They load
 * each page, so `_document.tsx` renders it, which is in no script: it stays as it is when a reader
 * follows a link.
 */
export function SharedHead({ page, pages, origin }: Props) {
  const { address, title, description, changedAtMs } = page
  const isFront = address === "/"
  const full = isFront ? `${siteName}: ${tagline}` : `${title} · ${siteName}`
  const properties = {
    "og:title": full,
    "og:description": description,
    "og:site_name": siteName,
    "og:url": origin + address,
    "og:type": isFront ? "website" : "article",
    "article:modified_time": isFront || !changedAtMs ? "" : new Date(changedAtMs).toISOString(),
    "og:image": origin + cardOf(address),
    "og:image:type": "image/png",
    "og:image:width": "1200",
    "og:image:height": "630",
    "og:image:alt": full,
  }
  return (
    <>
      {Object.entries(properties).map(
        ([property, content]) =>
          content && <meta key={property} property={property} content={content} />,
      )}
      <meta name="twitter:card" content="summary_large_image" />
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: structuredData(page, pages, origin) }}
      />
    </>
  )
}
