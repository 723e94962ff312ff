// @ts-check
import { readFileSync } from "node:fs"
import { stripVTControlCharacters } from "node:util"

/**
 * Adds up what Vitest and Playwright say at their ends, and prints one line.
 * Exits with 1 when a test failed, when none ran, or when `npm test` itself failed.
 */
const [log = "", code = "1"] = process.argv.slice(2)
const lines = stripVTControlCharacters(readFileSync(log, "utf8")).split("\n")

const total = { passed: 0, failed: 0, skipped: 0 }
for (const line of lines) {
  // Vitest: "      Tests  1 failed | 43 passed (44)". Playwright: "  3 passed (56.3s)". In the message of
  // a failed test, the summary of a run inside it is indented further.
  if (!/^( {6}Tests {2}| {2}\d+ (passed|failed|skipped|flaky)( \(|$))/.test(line)) continue
  for (const [, count, outcome] of line.matchAll(/(\d+) (passed|failed|skipped)/g))
    total[/** @type {keyof typeof total} */ (outcome)] += Number(count)
}

if (code !== "0" && total.failed === 0) total.failed = 1
const skipped = total.skipped ? `, ${total.skipped} skipped` : ""
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(code !== "0" || total.failed || !total.passed ? 1 : 0)
