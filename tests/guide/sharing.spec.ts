import type { Page } from "@playwright/test"
import { expect, followLink, test } from "../support/fixtures"
import { allPages, guidePages, sourceOf } from "./guide-pages"

/** Reads an XML document as a browser does. Fails if it isn't well formed. */
const readXml = (page: Page, path: string) =>
  page.evaluate(async (path) => {
    const text = await (await fetch(path)).text()
    const document = new DOMParser().parseFromString(text, "application/xml")
    const error = document.querySelector("parsererror")
    if (error) throw new Error(error.textContent ?? "")
    const read = (element: Element): Xml => ({
      name: element.localName,
      namespace: element.namespaceURI ?? "",
      attributes: Object.fromEntries(
        [...element.attributes].map(({ name, value }) => [name, value]),
      ),
      text: element.textContent ?? "",
      children: [...element.children].map(read),
    })
    return read(document.documentElement)
  }, path)

type Xml = {
  name: string
  namespace: string
  attributes: Record<string, string>
  text: string
  children: Xml[]
}

const childrenOf = ({ children }: Xml, name: string) =>
  children.filter((child) => child.name === name)
const textOf = (xml: Xml, name: string) => childrenOf(xml, name).map(({ text }) => text)

test("the sitemap has all pages that search engines may show, and when each changed", async ({
  page,
  request,
  baseURL,
}) => {
  await page.goto("/glossary")
  const sitemap = await readXml(page, "/sitemap.xml")
  expect(sitemap.name).toBe("urlset")
  expect(sitemap.namespace).toBe("http://www.sitemaps.org/schemas/sitemap/0.9")
  const urls = childrenOf(sitemap, "url")
  expect(urls.flatMap((url) => textOf(url, "loc")).sort()).toEqual(
    allPages.map(({ address }) => baseURL + address).sort(),
  )
  for (const url of urls) {
    const [address = ""] = textOf(url, "loc")
    const html = await (await request.get(address)).text()
    expect(html).toContain(`<link rel="canonical" href="${address}"`)
    // Where Nextra finds the history, the page says when it changed.
    const [, shown] = /Last updated on[^]*?<time dateTime="([^"]*)"/.exec(html) ?? []
    const [changed] = textOf(url, "lastmod")
    if (shown) expect(changed, address).toBe(shown)
    if (changed) expect(Date.parse(changed)).toBeLessThanOrEqual(Date.now())
  }
})

test("robots.txt allows pages and cards, and names the sitemap", async ({ request, baseURL }) => {
  const answer = await request.get("/robots.txt")
  expect(answer.headers()["content-type"]).toBe("text/plain; charset=utf-8")
  const lines = (await answer.text()).split("\n")
  expect(lines).toEqual(expect.arrayContaining(["User-agent: *", "Disallow: /api/"]))
  expect(lines).toEqual(
    expect.arrayContaining(["Allow: /api/og", `Sitemap: ${baseURL}/sitemap.xml`]),
  )
})

test("the feed has what RFC 4287 requires, and the changelog's entries", async ({
  page,
  request,
  baseURL,
}) => {
  await page.goto("/changelog")
  const feed = await readXml(page, "/feed.xml")
  expect(feed.namespace).toBe("http://www.w3.org/2005/Atom")
  const entries = childrenOf(feed, "entry")
  const headings = await page
    .getByRole("main")
    .getByRole("heading", { level: 2 })
    // Pages have typographic apostrophes.
    .evaluateAll((all) =>
      all.map((heading) => heading.firstChild?.textContent?.trim().replaceAll("’", "'")),
    )
  expect(entries.flatMap((entry) => textOf(entry, "title"))).toEqual(headings)
  const ids = new Set<string>()
  for (const one of [feed, ...entries]) {
    const [id = "", ...otherIds] = textOf(one, "id")
    expect(id).toMatch(/^tag:github\.com,2026:[\w/.-]+$/)
    expect(otherIds).toEqual([])
    ids.add(id)
    expect(textOf(one, "title")).toHaveLength(1)
    expect(textOf(one, "updated").map((time) => new Date(time).toISOString())).toHaveLength(1)
    const links = childrenOf(one, "link").map(({ attributes }) => attributes)
    for (const { href = "" } of links) {
      expect(new URL(href).origin).toBe(baseURL)
      expect((await request.get(href)).status()).toBe(200)
    }
    const alternate = links.find(({ rel }) => rel === "alternate")?.href ?? ""
    const { hash } = new URL(alternate)
    if (hash) await expect(page.locator(`[id="${hash.slice(1)}"]`)).toHaveCount(1)
  }
  expect(ids.size).toBe(entries.length + 1)
  expect(childrenOf(feed, "author").flatMap((author) => textOf(author, "name"))).toHaveLength(1)
  expect(textOf(feed, "updated")).toEqual(textOf(entries[0] as Xml, "updated"))
  // The text shows the date that the feed has.
  for (const entry of entries) {
    const [day = ""] = textOf(entry, "updated")
    const [content = ""] = textOf(entry, "content")
    const words = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const
    expect(content).toContain(new Date(day).toLocaleDateString("en-GB", words))
    expect(content).not.toMatch(/href="\//)
  }
  const link = page.locator('link[rel="alternate"][type="application/atom+xml"]')
  await expect(link).toHaveAttribute("href", "/feed.xml")
})

test("links in the changelog lead to headings that exist", async ({ request }) => {
  for (const [, path = "", id] of sourceOf("changelog").matchAll(/\]\((\/[^)#]*)#?([^)]*)\)/g)) {
    const html = await (await request.get(path)).text()
    if (id) expect(html, path).toContain(`id="${id}"`)
  }
})

test("the text of every card has room", async ({ page }) => {
  await page.goto("/glossary")
  for (const { address } of guidePages) {
    const inked = await page.evaluate(inkOf, `/api/og?page=${encodeURIComponent(address)}`)
    expect.soft(inked.margins, `${address}: the margins are empty`).toBe(0)
    expect.soft(inked.aboveFoot, `${address}: nothing touches the last line`).toBe(0)
    expect.soft(inked.text, address).toBeGreaterThan(5_000)
  }
})

/** How many pixels of a card are not its ground: in the margins, above its last line, and in all. */
async function inkOf(path: string) {
  const bitmap = await createImageBitmap(await (await fetch(path)).blob())
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext("2d")
  if (!context) throw new Error("no canvas")
  context.drawImage(bitmap, 0, 0)
  const ink = (x: number, y: number, width: number, height: number) => {
    const { data } = context.getImageData(x, y, width, height)
    let pixels = 0
    for (let i = 0; i < data.length; i += 4)
      if ([14, 20, 18].some((ground, channel) => Math.abs((data[i + channel] ?? 0) - ground) > 8))
        pixels++
    return pixels
  }
  return {
    margins: ink(0, 0, 76, 610) + ink(1124, 0, 76, 610) + ink(0, 0, 1200, 60),
    aboveFoot: ink(0, 508, 1200, 6),
    text: ink(80, 64, 1040, 500),
  }
}

test("what a page says of itself stays right when a link is followed", async ({
  page,
  baseURL,
}) => {
  const errors: string[] = []
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()))
  await page.goto("/glossary")
  await page.waitForLoadState("networkidle")
  const head = async (address: string) => {
    const url = baseURL + address
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", url)
  }
  await head("/glossary")
  await followLink(page, "Support matrix", "/support-matrix")
  await head("/support-matrix")
  // An error page has no address of its own.
  await page.goto("/no-such-page")
  await expect(page.locator('link[rel="canonical"]')).toHaveCount(0)
  await followLink(page, "Support matrix", "/support-matrix")
  await head("/support-matrix")
  expect(errors.filter((error) => !/404/.test(error))).toEqual([])
})
