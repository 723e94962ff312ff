import { chromium, type Browser } from "@playwright/test"
import { chromiumArguments, findChromium } from "../tests/support/chromium"
import { compressedSize } from "../tests/support/compressed-size"
import { guidePages } from "../tests/guide/guide-pages"

export type PageWeight = {
  address: string
  /** Script that the browser loads before the demo is opened, compressed with brotli at its best. */
  scriptBytes: number
  /** The page itself, not compressed. */
  htmlBytes: number
  /** Everything that the browser asks for, the page included. */
  requests: number
}

/** Opens every page of the guide in Chromium, 1280 pixels wide, and weighs what it loads. */
export async function weighPages(origin: string): Promise<PageWeight[]> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: chromiumArguments,
  })
  try {
    const weights: PageWeight[] = []
    for (const { address } of guidePages) weights.push(await weigh(browser, origin, address))
    return weights
  } finally {
    await browser.close()
  }
}

async function weigh(browser: Browser, origin: string, address: string): Promise<PageWeight> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const scripts = new Set<string>()
  let requests = 0
  page.on("request", (request) => {
    requests++
    if (request.resourceType() === "script") scripts.add(request.url())
  })
  await page.goto(origin + address, { waitUntil: "networkidle" })
  await page.close()
  const sizes = await Promise.all([...scripts].map(async (url) => compressedSize(await load(url))))
  return {
    address,
    scriptBytes: sizes.reduce((sum, size) => sum + size, 0),
    htmlBytes: (await load(origin + address)).byteLength,
    requests,
  }
}

const load = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())
