import { wrapConfiguration } from "./wrap-configuration"

/**
 * Makes a change that a page shows as a diff, the way a reader does: finds the lines that are there
 * (context and removed) and writes those that should be there (context and added). An extra goes around
 * the extras that the app has.
 *
 * @returns The changed text.
 * @throws {Error} When the lines are not there exactly once.
 */
export function applyEdit(text: string, diff: string): string {
  const lines = diff.replace(/\n$/, "").split("\n")
  const side = (without: string) =>
    lines.filter((line) => !line.startsWith(without)).map((line) => line.slice(1))
  const before = side("+")
  const after = side("-")
  const all = text.split("\n")
  const starts = all.flatMap((_line, start) =>
    before.every((line, index) => all[start + index] === line) ? [start] : [],
  )
  if (before.length > 0 && starts.length === 1 && starts[0] !== undefined)
    return all.toSpliced(starts[0], before.length, ...after).join("\n")
  const wrapped = wrapConfiguration(text, diff)
  if (wrapped === undefined)
    throw new Error(`Found ${starts.length} times, instead of once:\n${before.join("\n")}`)
  return wrapped
}
