import { siteName } from "../site-name"
import { cardOf } from "./card-address"

/** What's said of a page where its link is shared. */
export type SharedPage = {
  /** `/database/notes`. */
  address: string
  title: string
  description: string
  /** When its source was last committed, in milliseconds since 1970. Absent without a Git history. */
  changedAtMs?: number
}

/**
 * What search engines read of a page (schema.org, as JSON-LD): the site's name on the front page, and
 * on other pages the article and the pages above it.
 *
 * @param pages All pages.
 * @param origin Of the site.
 * @returns JSON that's safe inside of a script element.
 */
export function structuredData(page: SharedPage, pages: SharedPage[], origin: string): string {
  const { address, title, description, changedAtMs } = page
  const site = { "@type": "WebSite", name: siteName, url: `${origin}/` }
  const above = pages.filter((other) => address.startsWith(`${other.address}/`))
  const trail = [{ title: siteName, address: "/" }, ...above, page]
  const article = {
    "@type": "TechArticle",
    headline: title,
    description,
    url: origin + address,
    image: origin + cardOf(address),
    dateModified: changedAtMs && new Date(changedAtMs).toISOString(),
    inLanguage: "en",
    author: { "@type": "Organization", name: siteName, url: site.url },
    isPartOf: site,
  }
  const breadcrumbs = {
    "@type": "BreadcrumbList",
    itemListElement: trail.map(({ title: name, address: path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: origin + path,
    })),
  }
  const things = address === "/" ? [site] : [article, breadcrumbs]
  const data = { "@context": "https://schema.org", "@graph": things }
  return JSON.stringify(data).replaceAll("<", "\\u003c")
}
