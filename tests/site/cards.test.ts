import { afterAll, beforeAll, expect, test } from "vitest"
import { guidePages } from "../guide/guide-pages"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { watchPage } from "../support/page-watch"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let site: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  site = await startSite({ DATABASE_URL: folder.sqlite("cards") })
})

afterAll(async () => {
  await site?.stop()
  await folder.remove()
})

const card = (query: string, init?: RequestInit) => fetch(`${site.origin}/api/og?${query}`, init)

test("every page has a card, drawn once, while pages are served", async () => {
  const longestMs = watchPage(site.origin)
  const all = await Promise.all(
    guidePages.map(async ({ address }) => {
      const answer = await card(`page=${encodeURIComponent(address)}`)
      expect(answer.status, address).toBe(200)
      expect(answer.headers.get("content-type")).toBe("image/png")
      expect(answer.headers.get("cache-control")).toBe("public, max-age=86400")
      return Buffer.from(await answer.arrayBuffer())
    }),
  )
  // Loading the library is most of it: a card takes 20 to 100 ms, most of them in another thread.
  expect(await longestMs()).toBeLessThan(2_000)
  for (const png of all) {
    // PNG §11.2.1: width and height come first.
    expect(png.subarray(1, 4).toString()).toBe("PNG")
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
  }
  expect(new Set(all.map((png) => png.toString("base64"))).size).toBe(all.length)
  const start = performance.now()
  await Promise.all(guidePages.map(({ address }) => card(`page=${address}`)))
  expect(performance.now() - start).toBeLessThan(1_000)
})

test("who has the card is told so", async () => {
  const first = await card("page=/install")
  // Without the second, fetch adds one that asks for everything anew.
  const headers = {
    "If-None-Match": first.headers.get("etag") ?? "",
    "Cache-Control": "max-age=0",
  }
  expect((await card("page=/install", { headers })).status).toBe(304)
})

test.each([
  "",
  "page=",
  "page=install",
  "page=/no-such-page",
  "page=/404",
  "page=/install%00",
  "page=/install/",
  "page=//evil.example/install",
  "page=/install&page=/install",
  "page=/install&title=Anything",
  "title=Anything",
  "page[]=/install",
  `page=${"/install".repeat(2_000)}`,
  "page=__proto__",
])("%.40s is rejected", async (query) => {
  const answer = await card(query)
  expect(answer.status).toBe(400)
  expect(answer.headers.get("cache-control")).toBe("no-store")
  expect(await answer.json()).toEqual({
    error: "Name a page of the guide and nothing else, for example ?page=/quick-start.",
  })
})

test("nothing else is done there", async () => {
  for (const path of ["/api/og?page=/install", "/sitemap.xml", "/robots.txt", "/feed.xml"]) {
    const answer = await fetch(site.origin + path, { method: "POST" })
    expect(answer.status).toBe(405)
    expect(answer.headers.get("allow")).toBe("GET, HEAD")
    const head = await fetch(site.origin + path, { method: "HEAD" })
    expect(head.status).toBe(200)
    expect(await head.text()).toBe("")
  }
})
