import { countRequest } from "../../../recipes/metrics/metrics"
import type { RequestLine } from "../../../recipes/request-log/request-log"

/**
 * Counts a request of a ceremony, and writes its line to the log: JSON, past the console, which
 * redacts whatever isn't the site's own text. What was over a limit is only counted, or a flood of
 * requests would be one of lines.
 */
export function countLine(line: RequestLine): void {
  countRequest(line)
  if (line.status === 429 || process.env.REQUEST_LOG === "off") return
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
