import { expect, type APIRequestContext, type Page } from "@playwright/test"
import { compressedSize } from "../support/compressed-size"
import { guidePages } from "./guide-pages"

/**
 * What a page may load before its demo is opened: script compressed with brotli, HTML as it is. Of the
 * script, 97 kB are React and Next.js.
 */
const most = { scriptBytes: 116_000, htmlBytes: 150_000 }

/** Pages that need more script. Each has its reason, and a bound of its own. */
const exceptions: Record<string, { scriptBytes: number }> = {
  // It shows parts of the reader's own ceremonies.
  "/what-happens": { scriptBytes: 118_500 },
  // It has the inspector's loader.
  "/inspect": { scriptBytes: 117_000 },
  // It has the doctor's fields. The parsers are loaded when they're needed.
  "/doctor": { scriptBytes: 118_000 },
  // Each case is predicted and tried on the page. What tries it is loaded when it's reached for.
  "/break-it": { scriptBytes: 117_500 },
  // It has the checker's fields. The checks are loaded when they're needed.
  "/deploy": { scriptBytes: 116_500 },
}

const sizes = new Map<string, Promise<number>>()

/** Compresses each script once a process: the largest are those of all pages. */
function sizeOf(request: APIRequestContext, path: string): Promise<number> {
  const known = sizes.get(path)
  if (known) return known
  const size = request.get(path).then(async (response) => compressedSize(await response.body()))
  sizes.set(path, size)
  return size
}

/**
 * Records what weighs on a reader, from before a page is opened.
 *
 * @returns Reads the page without the pointer, which might rest on a link, and expects it to be light
 *   and to stay in place.
 */
export async function recordWeight(page: Page, request: APIRequestContext, address: string) {
  const bounds = { ...most, ...exceptions[address] }
  const scripts = new Set<string>()
  const documents = new Set<string>()
  page.on("request", (asked) => {
    const { pathname } = new URL(asked.url())
    if (asked.resourceType() === "script") scripts.add(pathname)
    if (guidePages.some((one) => one.address === pathname)) documents.add(pathname)
  })
  await page.addInitScript(() => {
    const shifts: unknown[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({
      type: "layout-shift",
      buffered: true,
    })
  })
  return async function expectLight() {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await page.waitForLoadState("networkidle")

    const loaded = [...scripts]
    const each = await Promise.all(loaded.map((path) => sizeOf(request, path)))
    const bytes = each.reduce((sum, size) => sum + size, 0)
    expect.soft(bytes, "bytes of script").toBeLessThanOrEqual(bounds.scriptBytes)
    const html = await (await request.get(address)).body()
    expect.soft(html.byteLength, "bytes of HTML").toBeLessThanOrEqual(bounds.htmlBytes)
    expect.soft([...documents], "no linked page is fetched").toEqual([address])
    const pages = loaded.filter((path) => /\/pages\/(?!_)/.test(path))
    expect.soft(pages, "nor its script").toHaveLength(1)
    const shifts = await page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts)
    expect.soft(shifts, "nothing moves").toEqual([])
  }
}
