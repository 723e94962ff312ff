import type { Diagnosis } from "../../demo/live/doctor/finding"
import { escapedForLog } from "../../server/escaped-for-log.mjs"

/** A diagnosis as text for a terminal. What comes from files can't move its cursor. */
export function report({ findings, unread }: Diagnosis): string {
  const blocks = [
    ...unread.map(({ file, line, message }) => [`${file}:${line}  Not examined`, message]),
    ...findings.map(({ file, line, title, reason, fix, error }) => [
      `${file}:${line}  ${title}`,
      reason,
      `Fix: ${fix}`,
      ...(error ? [`The guide explains the error at ${error}.`] : []),
    ]),
  ].map(([first = "", ...rest]) =>
    [
      escapedForLog(first),
      ...rest.map((line) => `  ${line.split("\n").map(escapedForLog).join(" ")}`),
    ].join("\n"),
  )
  return [...blocks, totals(findings.length, unread.length)].join("\n\n")
}

function totals(findings: number, unread: number): string {
  const found =
    findings === 0 ? "Nothing found" : findings === 1 ? "1 finding" : `${findings} findings`
  const files = unread === 1 ? "1 file wasn't examined" : `${unread} files weren't examined`
  return unread > 0 ? `${found}. ${files}.` : `${found}.`
}
