import { compressedSize } from "../support/compressed-size"
import { expect, test } from "../support/fixtures"
import { guidePages } from "./guide-pages"

/**
 * What a page may load before its demo is opened: script compressed with brotli, HTML as it is. Of the
 * script, 97 kB are React and Next.js.
 */
const most = { scriptBytes: 116_000, htmlBytes: 150_000 }

/** Pages that need more. Each has its reason, and a bound of its own. */
const exceptions: Record<string, Partial<typeof most>> = {
  // It shows parts of the reader's own ceremonies.
  "/what-happens": { scriptBytes: 118_500 },
  // It has the inspector's loader.
  "/inspect": { scriptBytes: 117_000 },
  // It has the doctor's fields. The parsers are loaded when they're needed.
  "/doctor": { scriptBytes: 118_000 },
  // Each case is predicted and tried on the page. What tries it is loaded when it's reached for.
  "/break-it": { scriptBytes: 117_500 },
  // An extra, an endpoint and a list, all of it to be copied.
  "/settings": { htmlBytes: 180_000 },
  // It has the checker's fields. The checks are loaded when they're needed.
  "/deploy": { scriptBytes: 116_500 },
  // The form in three layers, and what it says of each error.
  "/custom-sign-in-page": { htmlBytes: 155_000 },
  // Each database's schema and client for Drizzle are in the page.
  "/drizzle": { htmlBytes: 176_000 },
  // The whole schema and both migrations for each database.
  "/database/from-scratch": { htmlBytes: 159_000 },
  // A script and, for each of five databases, its SQL: the way there and the way back.
  "/move/better-auth": { htmlBytes: 283_000 },
  "/move/simplewebauthn": { htmlBytes: 253_000 },
  "/move/from-simplewebauthn": { htmlBytes: 197_000 },
}

test.use({ viewport: { width: 1280, height: 900 } })

for (const { address } of guidePages)
  test(`${address} is light, and nothing in it moves`, async ({ page, request }) => {
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
    await page.goto(address)
    // Without the pointer, which might rest on a link.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await page.waitForLoadState("networkidle")

    const bodies = await Promise.all(
      [...scripts].map(async (path) => (await request.get(path)).body()),
    )
    const bytes = bodies.reduce((sum, body) => sum + compressedSize(body), 0)
    expect.soft(bytes, "bytes of script").toBeLessThanOrEqual(bounds.scriptBytes)
    const html = await (await request.get(address)).body()
    expect.soft(html.byteLength, "bytes of HTML").toBeLessThanOrEqual(bounds.htmlBytes)
    expect.soft([...documents], "no linked page is fetched").toEqual([address])
    const pages = [...scripts].filter((path) => /\/pages\/(?!_)/.test(path))
    expect.soft(pages, "nor its script").toHaveLength(1)
    const shifts = await page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts)
    expect.soft(shifts).toEqual([])
  })

test("a page is fetched ahead when the pointer rests on its link", async ({ page }) => {
  await page.goto("/glossary")
  await page.waitForLoadState("networkidle")
  const asked = page.waitForRequest((request) => request.url().endsWith("/support-matrix"))
  await page
    .getByRole("navigation", { name: "Guide" })
    .getByRole("link", { name: "Support matrix" })
    .hover()
  await asked
})
