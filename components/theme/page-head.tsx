import Head from "next/head"
import { markdownAddress } from "./markdown-address"
import { usePage } from "./page"

/** The title and the description of the page, for its tab and for search engines. */
export function PageHead() {
  const { title, address, frontMatter, config } = usePage()
  const full =
    address === "/" ? `${config.siteName}: ${config.tagline}` : `${title} · ${config.siteName}`
  return (
    <Head>
      <title>{full}</title>
      <meta name="description" content={frontMatter.description} />
      <meta property="og:title" content={full} />
      <meta property="og:description" content={frontMatter.description} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {frontMatter.demo !== "none" && (
        <link rel="alternate" type="text/markdown" href={markdownAddress(address)} />
      )}
    </Head>
  )
}
