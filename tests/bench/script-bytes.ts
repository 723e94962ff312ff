import { chromium } from "@playwright/test"
import { chromiumArguments, findChromium } from "../chromium"

/**
 * The bytes of script that Chromium receives, compressed as they come, for a page of the guide.
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
    let bytes = 0
    const counted: Promise<void>[] = []
    page.on("response", (response) => {
      if (response.request().resourceType() !== "script") return
      const count = async () => {
        await response.finished()
        bytes += (await response.request().sizes()).responseBodySize
      }
      counted.push(count())
    })
    await page.goto(url, { waitUntil: "networkidle" })
    await Promise.all(counted)
    const before = bytes
    const demo = page.getByRole("region", { name: "Live demo" })
    await demo.hover()
    await demo.getByText("Runs on").waitFor()
    await page.waitForLoadState("networkidle")
    await Promise.all(counted)
    return { before, after: bytes }
  } finally {
    await browser.close()
  }
}
