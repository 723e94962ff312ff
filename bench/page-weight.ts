import { chromium, type Browser, type Request } from "@playwright/test"
import { chromiumArguments, findChromium } from "../tests/support/chromium"
import { compressedSize } from "../tests/support/compressed-size"

export type PageWeight = {
  /** Script that the browser loads before the demo is opened, compressed with brotli at its best. */
  scriptBytes: number
  /** Everything that the browser loads, the page included, as it is sent. */
  loadedBytes: number
  /** The page itself, not compressed. */
  htmlBytes: number
  /** Everything that the browser asks for, the page included. */
  requests: number
}

/** Opens a page in Chromium, 1280 pixels wide, and weighs what it loads. */
export async function weighPage(url: string): Promise<PageWeight> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: chromiumArguments,
  })
  try {
    return await weigh(browser, url)
  } finally {
    await browser.close()
  }
}

async function weigh(browser: Browser, url: string): Promise<PageWeight> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const requests: Request[] = []
  page.on("request", (request) => requests.push(request))
  await page.goto(url, { waitUntil: "networkidle" })
  const loaded = await Promise.all(
    requests.map(async (request) => (await request.sizes()).responseBodySize),
  )
  await page.close()
  const scripts = requests.filter((request) => request.resourceType() === "script")
  const urls = [...new Set(scripts.map((script) => script.url()))]
  const sizes = await Promise.all(urls.map(async (url) => compressedSize(await load(url))))
  return {
    scriptBytes: sum(sizes),
    loadedBytes: sum(loaded),
    htmlBytes: (await load(url)).byteLength,
    requests: requests.length,
  }
}

const sum = (sizes: number[]) => sizes.reduce((sum, size) => sum + size, 0)

const load = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())
