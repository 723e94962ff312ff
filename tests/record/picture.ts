/**
 * `npm run picture`: takes the README's picture, the front page with a reader who has just created a
 * practice passkey.
 */
import { join } from "node:path"
import { chromium } from "@playwright/test"
import { build } from "../../scripts/build"
import { root } from "../../scripts/root"
import { chromiumArguments, findChromium } from "../support/chromium"
import { demoOf } from "../support/fixtures"
import { practiceOf } from "../support/practice"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"

const executablePath = await findChromium()
await build()
const folder = await makeTemporaryFolder()
const site = await startSite({ DATABASE_URL: folder.sqlite("picture") })
const browser = await chromium.launch({ executablePath, args: chromiumArguments })
try {
  const page = await browser.newPage({
    baseURL: site.origin,
    colorScheme: "light",
    viewport: { width: 1440, height: 900 },
  })
  await page.goto("/")
  await practiceOf(page).turnOn()
  await practiceOf(page).register()
  await demoOf(page).region.getByText("1 passkey").waitFor()
  // Out of the way, and off the buttons.
  await page.mouse.move(0, 0)
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    scrollTo(0, 0)
  })
  await page.screenshot({ path: join(root, "docs/live-demo.png"), animations: "disabled" })
} finally {
  await browser.close()
  await site.stop()
  await folder.remove()
}
