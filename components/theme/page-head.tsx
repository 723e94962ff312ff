import Head from "next/head"
import { siteOrigin } from "./origin"
import { usePage } from "./page"

/**
 * The title, the description and the address of the page, for its tab and for whoever shares it. What
 * only those read who load each page is in `shared-head.tsx`.
 */
export function PageHead() {
  const { title, address, frontMatter, config } = usePage()
  return (
    <Head>
      <title>
        {address === "/"
          ? `${config.siteName}: ${config.tagline}`
          : `${title} · ${config.siteName}`}
      </title>
      <meta name="description" content={frontMatter.description} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {/* An error has no address. */}
      {/^\/\d+$/.test(address) || <link rel="canonical" href={siteOrigin() + address} />}
    </Head>
  )
}
