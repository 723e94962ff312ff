import { cardOf } from "./card-address"
import { pagesOf } from "./guide-groups"
import type { Page } from "./page"

/**
 * What search engines read of a page (schema.org, as JSON-LD): the site's name on the front page, and
 * on other pages the article and the pages above it.
 *
 * @param origin Of the site.
 * @returns JSON that's safe inside of a script element.
 */
export function structuredData(page: Page, origin: string): string {
  const { address, title, frontMatter, changedAtMs, guide, config } = page
  const site = { "@type": "WebSite", name: config.siteName, url: `${origin}/` }
  const above = pagesOf(guide).filter(
    (other) => other.address !== "/" && address.startsWith(`${other.address}/`),
  )
  const trail = [{ title: config.siteName, address: "/" }, ...above, { title, address }]
  const article = {
    "@type": "TechArticle",
    headline: title,
    description: frontMatter.description,
    url: origin + address,
    image: origin + cardOf(address),
    dateModified: changedAtMs && new Date(changedAtMs).toISOString(),
    inLanguage: "en",
    author: { "@type": "Organization", name: config.siteName, url: site.url },
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
