import { relative } from "node:path"
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter"
import { root } from "../../scripts/root"
import { platformsOf } from "./playwright-platforms"
import { ResultCollector } from "./results"

/** Counts the results of each file, for `npm run test:record`. */
export default class PlaywrightReporter implements Reporter {
  private readonly results = new ResultCollector()

  onTestEnd(test: TestCase, { retry, status }: TestResult) {
    // Only the last attempt counts.
    if (status !== "passed" && status !== "skipped" && retry < test.retries) return
    const file = relative(root, test.location.file)
    const project = test.parent.project()?.name ?? ""
    const outcome = status === "passed" || status === "skipped" ? status : "failed"
    this.results.add(file, outcome, platformsOf(file, project))
  }

  onEnd() {
    this.results.write()
  }
}
