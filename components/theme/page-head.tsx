import Head from "next/head"
import { cardOf } from "./card-address"
import { siteOrigin } from "./origin"
import { usePage } from "./page"

/**
 * What a page says of itself: to its tab, to search engines, and where its link is shared
 * (https://ogp.me). An error page has no address to share.
 */
export function PageHead() {
  const page = usePage()
  const { title, address, frontMatter, config, changedAtMs } = page
  const { description } = frontMatter
  const full =
    address === "/" ? `${config.siteName}: ${config.tagline}` : `${title} · ${config.siteName}`
  const origin = siteOrigin()
  const isError = /^\/\d+$/.test(address)
  return (
    <Head>
      <title>{full}</title>
      <meta name="description" content={description} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link
        rel="alternate"
        type="application/atom+xml"
        title={`${config.siteName}: changes`}
        href="/feed.xml"
      />
      <meta property="og:title" content={full} />
      <meta property="og:description" content={description} />
      <meta property="og:site_name" content={config.siteName} />
      {!isError && (
        <>
          <link rel="canonical" href={origin + address} />
          <meta property="og:url" content={origin + address} />
          <meta property="og:type" content={address === "/" ? "website" : "article"} />
          {changedAtMs !== undefined && address !== "/" && (
            <meta property="article:modified_time" content={new Date(changedAtMs).toISOString()} />
          )}
          <meta property="og:image" content={origin + cardOf(address)} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={full} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
    </Head>
  )
}
