import type { FaultReport } from "./faults"
import type { FloodReport } from "./floods"

const columns: [keyof FaultReport, string][] = [
  ["name", ""],
  ["sent", "sent"],
  ["refused", "refused"],
  ["unavailable", "503"],
  ["failed", "other 5xx"],
  ["cutOff", "no answer"],
  ["rowsLost", "rows lost"],
  ["orphans", "orphans"],
  ["longestMs", "page, ms"],
]

const print = (cells: string[]) =>
  console.log(cells.map((cell, i) => (i ? cell.padStart(11) : cell.padEnd(36))).join(""))

export function printFaultHeader(seconds: number) {
  console.log(`\nFaults of ${seconds} seconds while 8 people register and sign in\n`)
  print(columns.map(([, title]) => title))
}

export function printFault(report: FaultReport) {
  print(
    columns.map(([key]) => {
      const value = report[key]
      return typeof value === "number" ? value.toFixed() : (value ?? "")
    }),
  )
}

/** The same of a flood, and how others fared meanwhile. */
export function printFlood(report: FloodReport) {
  printFault(report)
  const { floodPerSecond, newcomers, signIns, quietMs, floodedMs } = report
  console.log(
    `  ${floodPerSecond.toFixed()} requests of the flood were answered per second, sent by a process of ` +
      "the lowest priority;",
  )
  console.log(
    `  meanwhile ${newcomers.join(" of ")} newcomers registered, ${signIns.join(" of ")} sign-ins succeeded;`,
  )
  console.log(
    `  the 95th percentile of their requests: ${quietMs.toFixed(1)} ms while quiet, ` +
      `${floodedMs.toFixed(1)} ms in the flood, ratio ${(floodedMs / quietMs).toFixed(2)}`,
  )
}
