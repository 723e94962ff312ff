import type { Page } from "@playwright/test"

/** A text that only the demo's panel has: no page quotes it. */
const marker = "Requesting options and a challenge from Auth.js"

/** Records what a page loads, from before it is opened. Returns what tells it so far. */
export function recordLoading(page: Page) {
  const scripts: Promise<string>[] = []
  const asked: string[] = []
  page.on("request", (request) => asked.push(new URL(request.url()).pathname))
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.text())
  })
  return async () => {
    const bodies = await Promise.all(scripts)
    return {
      bytes: bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0),
      hasPanel: bodies.some((body) => body.includes(marker)),
      endpoints: asked.filter((path) => path.startsWith("/api/")),
    }
  }
}

/** Reads a page from top to bottom, as far as its prose goes, and lets it settle. */
export async function readToTheEnd(page: Page) {
  // In one step: hydration may replace a heading between finding it and scrolling to it.
  await page
    .getByRole("main")
    .getByRole("heading")
    .last()
    .evaluate((heading) => heading.scrollIntoView())
  await page.mouse.move(640, 450)
  await page.mouse.wheel(0, 400)
  await page.waitForLoadState("networkidle")
}
