import { siteOrigin } from "./origin"
import { usePage } from "./page"
import { structuredData } from "./structured-data"

/**
 * What search engines read of the page. They load each page, so it's only made on the server: it stays
 * out of the script, and a page that a reader comes to by a link has an empty one.
 */
export function StructuredDataScript() {
  const page = usePage()
  const json = typeof window === "undefined" ? structuredData(page, siteOrigin()) : ""
  return (
    <script
      key={page.address}
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: json }}
      suppressHydrationWarning
    />
  )
}
