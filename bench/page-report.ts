import { startSite } from "../tests/support/site"
import { makeTemporaryFolder } from "../tests/support/temporary-folder"
import { guidePages } from "../tests/guide/guide-pages"
import { build } from "../scripts/build"
import { startBarePage } from "./bare-page"
import { runLighthouse, type LighthouseResult } from "./lighthouse"
import { weighPage, type PageWeight } from "./page-weight"

/** How often Lighthouse opens each page. */
const runs = 3

const columns = [
  "script",
  "loaded",
  "HTML",
  "requests",
  "perf.",
  "access.",
  "practices",
  "SEO",
  "blocking",
  "shift",
]

/**
 * Prints for every page, and for a bare page of Nextra, what the browser loads before the demo is opened
 * and what Lighthouse says of it.
 *
 * @param addresses Only these pages. None means all.
 */
export async function measurePages(addresses: string[]): Promise<void> {
  await build()
  const folder = await makeTemporaryFolder()
  const bare = await startBarePage()
  const site = await startSite({ DATABASE_URL: folder.sqlite("site") })
  try {
    const pages = guidePages
      .map(({ address }) => address)
      .filter((address) => !addresses.length || addresses.includes(address))
      .map((address) => ({ name: address, url: site.origin + address }))
    console.log(
      `\nScript (brotli), everything loaded (as sent) and HTML (raw), before the demo is opened.` +
        `\nLighthouse 12 as on a phone, median of ${runs}: scores, blocking time, layout shift.\n`,
    )
    console.log("".padEnd(26) + row(columns))
    for (const { name, url } of [{ name: "a bare page of Nextra", url: bare.origin }, ...pages]) {
      const weight = await weighPage(url)
      console.log(name.padEnd(26) + row(cells(weight, await runLighthouse(url, runs))))
    }
  } finally {
    await Promise.all([site.stop(), bare.stop()])
    await folder.remove()
  }
}

const cells = (weight: PageWeight, result: LighthouseResult) => [
  kilobytes(weight.scriptBytes),
  kilobytes(weight.loadedBytes),
  kilobytes(weight.htmlBytes),
  String(weight.requests),
  String(result.performance),
  String(result.accessibility),
  String(result.bestPractices),
  String(result.seo),
  `${Math.round(result.blockingMs)} ms`,
  result.layoutShift.toFixed(3),
]

const row = (cells: string[]) => cells.map((cell) => cell.padStart(10)).join("")

export const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`
