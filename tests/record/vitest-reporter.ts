import { relative } from "node:path"
import type { Reporter, TestCase } from "vitest/node"
import { root } from "../../scripts/root"
import { ResultCollector } from "./results"

/** The file's name says on which database its tests run. */
const databases: [pattern: RegExp, name: string][] = [
  [/\.(libsql|sqlite)\.test/, "SQLite"],
  [/\.postgresql\.test/, "PostgreSQL"],
  [/\.postgresql-debian\.test/, "PostgreSQL of Debian"],
  [/\.mariadb\.test/, "MariaDB"],
]

/** Counts the results of each file, for `npm run test:record`. */
export default class VitestReporter implements Reporter {
  private readonly results = new ResultCollector()

  onTestCaseResult(test: TestCase) {
    const { state } = test.result()
    const file = relative(root, test.module.moduleId)
    const on = databases.filter(([pattern]) => pattern.test(file)).map(([, name]) => name)
    if (state !== "pending") this.results.add(file, state, on)
  }

  onTestRunEnd() {
    this.results.write()
  }
}
