import { execFile } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"
import { z } from "zod"
import { chromiumArguments, findChromium } from "../tests/support/chromium"
import { barePageFolder } from "./bare-page"
import { median } from "./rounds"

const categories = ["performance", "accessibility", "best-practices", "seo"] as const

const reportSchema = z.object({
  categories: z.record(z.enum(categories), z.object({ score: z.number() })),
  audits: z.object({
    "total-blocking-time": z.object({ numericValue: z.number() }),
    "cumulative-layout-shift": z.object({ numericValue: z.number() }),
  }),
})

export type LighthouseResult = {
  /** 0 to 100. */
  performance: number
  accessibility: number
  bestPractices: number
  seo: number
  blockingMs: number
  layoutShift: number
}

/**
 * Runs Lighthouse on a page as on a phone (its default: a simulated slow 4G and a processor four times as
 * slow), and returns the median of each figure.
 */
export async function runLighthouse(url: string, runs: number): Promise<LighthouseResult> {
  const results: LighthouseResult[] = []
  while (results.length < runs) results.push(await runOnce(url))
  const middle = (figure: keyof LighthouseResult) => median(results.map((one) => one[figure]))
  return {
    performance: middle("performance"),
    accessibility: middle("accessibility"),
    bestPractices: middle("bestPractices"),
    seo: middle("seo"),
    blockingMs: middle("blockingMs"),
    layoutShift: middle("layoutShift"),
  }
}

async function runOnce(url: string): Promise<LighthouseResult> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      join(barePageFolder, "node_modules/lighthouse/cli/index.js"),
      url,
      "--quiet",
      "--output=json",
      `--only-categories=${categories.join(",")}`,
      `--chrome-flags=${["--headless=new", ...chromiumArguments].join(" ")}`,
    ],
    {
      env: { ...process.env, CHROME_PATH: await findChromium() },
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  const { categories: scores, audits } = reportSchema.parse(JSON.parse(stdout))
  const score = (name: (typeof categories)[number]) => Math.round((scores[name]?.score ?? 0) * 100)
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    seo: score("seo"),
    blockingMs: audits["total-blocking-time"].numericValue,
    layoutShift: audits["cumulative-layout-shift"].numericValue,
  }
}
