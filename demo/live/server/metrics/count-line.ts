import { countRequest } from "../../../recipes/metrics/metrics"
import type { RequestLine } from "../../../recipes/request-log/request-log"
import { writeLine } from "./write-line"

/**
 * Counts a request of a ceremony, and writes its line to the log. What was over a limit is only counted,
 * or a flood of requests would be one of lines: see limits/limit-line.ts.
 */
export function countLine(line: RequestLine): void {
  countRequest(line)
  if (line.status !== 429) writeLine(line)
}
