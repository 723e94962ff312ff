import { expect, test } from "vitest"
import { siteName } from "../site-name"
import { structuredData } from "./structured-data"

const description = "</script><script>alert(1)</script>"
const changedAtMs = Date.UTC(2026, 10, 24)
const page = (address: string, title: string) => ({ address, title, description, changedAtMs })
const pages = [
  page("/", "Front"),
  page("/data", "Data"),
  page("/data/base", "Base"),
  page("/database", "Database"),
]

const read = (shared: (typeof pages)[number]) =>
  JSON.parse(structuredData(shared, pages, "https://a.b"))["@graph"]

test("an article names itself, when it changed, and the pages above it", () => {
  const [article, breadcrumbs] = read(page("/data/base", "Base"))
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
    [siteName, "https://a.b/"],
    ["Data", "https://a.b/data"],
    ["Base", "https://a.b/data/base"],
  ])
})

test("the front page names the site", () => {
  expect(read(page("/", "Front"))).toEqual([
    { "@type": "WebSite", name: siteName, url: "https://a.b/" },
  ])
})

test("no text ends the script element", () => {
  const json = structuredData(page("/database", "Database"), pages, "https://a.b")
  expect(json).not.toContain("<")
  expect(read(page("/database", "Database"))[0].description).toBe(description)
})
