import { expect, test } from "vitest"
import type { Page } from "./page"
import { structuredData } from "./structured-data"

const page = (address: string, title: string) =>
  ({
    address,
    title,
    frontMatter: { description: "</script><script>alert(1)</script>" },
    changedAtMs: Date.UTC(2026, 10, 24),
    config: { siteName: "The guide" },
    guide: [
      {
        entries: [
          { title: "Front", address: "/", pages: [] },
          { title: "Data", address: "/data", pages: [{ title: "Base", address: "/data/base" }] },
          { title: "Database", address: "/database", pages: [] },
        ],
      },
    ],
  }) as unknown as Page

test("an article names itself, when it changed, and the pages above it", () => {
  const { "@graph": things } = JSON.parse(structuredData(page("/data/base", "Base"), "https://a.b"))
  const [article, breadcrumbs] = things
  expect(article).toMatchObject({
    "@type": "TechArticle",
    headline: "Base",
    url: "https://a.b/data/base",
    image: "https://a.b/api/og?page=%2Fdata%2Fbase",
    dateModified: "2026-11-24T00:00:00.000Z",
  })
  expect(
    breadcrumbs.itemListElement.map(({ name, item }: Record<string, string>) => [name, item]),
  ).toEqual([
    ["The guide", "https://a.b/"],
    ["Data", "https://a.b/data"],
    ["Base", "https://a.b/data/base"],
  ])
})

test("the front page names the site", () => {
  const data = JSON.parse(structuredData(page("/", "Front"), "https://a.b"))
  expect(data["@graph"]).toEqual([{ "@type": "WebSite", name: "The guide", url: "https://a.b/" }])
})

test("no text ends the script element", () => {
  const json = structuredData(page("/database", "Database"), "https://a.b")
  expect(json).not.toContain("<")
  expect(JSON.parse(json)["@graph"][0].description).toContain("</script>")
})
