import { expect, test } from "@playwright/test"
import type { APIRequestContext } from "@playwright/test"
import { guidePages } from "./guide-pages"

type Answer = { status: number; ids: Set<string> }
const answers = new Map<string, Promise<Answer>>()

/** Asks once a run for each address, whichever page links to it. */
function answerOf(request: APIRequestContext, url: string): Promise<Answer> {
  const known = answers.get(url)
  if (known) return known
  const answer = request.get(url).then(async (response) => {
    const isPage = response.headers()["content-type"]?.startsWith("text/html")
    const html = isPage ? await response.text() : ""
    const ids = Array.from(html.matchAll(/\sid="([^"]+)"/g), ([, id = ""]) => id)
    return { status: response.status(), ids: new Set(ids) }
  })
  answers.set(url, answer)
  return answer
}

/** Where the 404 page shows. Its skip link leads to itself. */
const missing = "/no-such-page"

for (const address of [...guidePages.map((page) => page.address), missing])
  test(`what ${address} links to and shows is there`, async ({ page, request }) => {
    await page.goto(address)
    await page.waitForLoadState("networkidle")
    const urls = await page.evaluate(() => {
      const of = (selector: string, property: string) =>
        Array.from(document.querySelectorAll(selector), (element) =>
          String(Reflect.get(element, property)),
        )
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
      const { status, ids } = await answerOf(request, href.replace(/#.*/, ""))
      const expected = url.pathname === address && address === missing ? 404 : 200
      expect.soft(status, `${href} answers`).toBe(expected)
      if (url.hash)
        expect.soft([...ids], `${href} has its anchor`).toContain(decodeURI(url.hash.slice(1)))
    }
  })

for (const { address } of guidePages)
  test(`the images of ${address} have words and show`, async ({ page }) => {
    await page.goto(address)
    for (const image of await page.getByRole("main").locator("img").all()) {
      await image.scrollIntoViewIfNeeded()
      await expect(image).toHaveAttribute("alt")
      await expect
        .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
        .toBeGreaterThan(0)
    }
  })
