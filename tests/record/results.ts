import { writeFileSync } from "node:fs"

/** How the tests of one file ended, and on which databases and in which browsers they ran. */
export type FileResult = { passed: number; failed: number; skipped: number; on: string[] }

export type FileResults = Record<string, FileResult>

type Outcome = "passed" | "failed" | "skipped"

/** Collects the results of a run, and writes them where `RECORD_FILE` says. */
export class ResultCollector {
  private readonly files: FileResults = {}

  add(file: string, outcome: Outcome, on: string[]) {
    const result = (this.files[file] ??= { passed: 0, failed: 0, skipped: 0, on: [] })
    result[outcome]++
    if (outcome === "passed") result.on = [...new Set([...result.on, ...on])].sort()
  }

  write() {
    if (process.env.RECORD_FILE) writeFileSync(process.env.RECORD_FILE, JSON.stringify(this.files))
  }
}
