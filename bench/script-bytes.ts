import { get } from "node:http"
import { chromium } from "@playwright/test"
import { chromiumArguments, findChromium } from "../tests/support/chromium"

/**
 * The bytes of script that Chromium asks for, compressed as the site sends them, for a page of the
 * guide. The browser's own count depends on when it is asked; so each script is fetched once more.
 *
 * @returns When the page has loaded, and when its demo has been opened (both from the start).
 */
export async function countScriptBytes(url: string): Promise<{ before: number; after: number }> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: chromiumArguments,
  })
  try {
    const page = await browser.newPage()
    const scripts = new Set<string>()
    page.on("request", (request) => {
      if (request.resourceType() === "script") scripts.add(request.url())
    })
    await page.goto(url, { waitUntil: "networkidle" })
    const before = await sizeOf(scripts)
    const demo = page.getByRole("region", { name: "Live demo" })
    await demo.hover()
    await demo.getByText("Runs on").waitFor()
    await page.waitForLoadState("networkidle")
    return { before, after: await sizeOf(scripts) }
  } finally {
    await browser.close()
  }
}

async function sizeOf(urls: Set<string>): Promise<number> {
  const sizes = await Promise.all([...urls].map(compressedSize))
  return sizes.reduce((sum, size) => sum + size, 0)
}

const compressedSize = (url: string) =>
  new Promise<number>((resolve, reject) => {
    get(url, { headers: { "Accept-Encoding": "gzip, br" } }, (response) => {
      let size = 0
      response.on("data", (chunk: Buffer) => (size += chunk.length))
      response.on("end", () => resolve(size))
      response.on("error", reject)
    }).on("error", reject)
  })
