import { expect, type APIRequestContext, type Page } from "@playwright/test"

type Target = { status: number; ids: Set<string> }
const targets = new Map<string, Promise<Target>>()

/** Asks once a process for each address, whichever page links to it. */
export function targetOf(request: APIRequestContext, url: string): Promise<Target> {
  const known = targets.get(url)
  if (known) return known
  const target = request.get(url).then(async (response) => {
    const isPage = response.headers()["content-type"]?.startsWith("text/html")
    const html = isPage ? await response.text() : ""
    const ids = Array.from(html.matchAll(/\sid="([^"]+)"/g), ([, id = ""]) => id)
    return { status: response.status(), ids: new Set(ids) }
  })
  targets.set(url, target)
  return target
}

/**
 * Expects what an open page links to and shows to be there, with the anchors that it names.
 *
 * @param ownStatus With what status the page itself is answered: its skip link leads to itself.
 */
export async function expectLinks(
  page: Page,
  request: APIRequestContext,
  address: string,
  ownStatus = 200,
) {
  const urls = await page.evaluate(() => {
    // By attribute: the properties of a link in a picture (SVG) aren't strings.
    const of = (selector: string, attribute: string) =>
      Array.from(document.querySelectorAll(selector), (element) => {
        const url = element.getAttribute(attribute) ?? ""
        return URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : url
      })
    return [
      ...of("a[href], link[href]", "href"),
      ...of("img[src], script[src], source[src], iframe[src]", "src"),
    ]
  })
  expect(urls.length).toBeGreaterThan(0)
  const { origin } = new URL(page.url())
  for (const href of new Set(urls)) {
    expect.soft(URL.canParse(href), href).toBe(true)
    const url = new URL(href)
    if (url.origin !== origin) {
      // Answers of other hosts are not this site's to test.
      expect.soft(href).toMatch(/^(https:\/\/[\w.-]+\.[a-z]+(\/|$)|mailto:|data:)/)
      continue
    }
    const { status, ids } = await targetOf(request, href.replace(/#.*/, ""))
    expect.soft(status, `${href} answers`).toBe(url.pathname === address ? ownStatus : 200)
    if (url.hash)
      expect.soft([...ids], `${href} has its anchor`).toContain(decodeURI(url.hash.slice(1)))
  }
}
