/**
 * The first line that a page promises and a command did not print. Each line must be in the output,
 * in the same order; `…` stands for what varies, and white space counts as one space.
 *
 * @returns The missing line; undefined when all of them were printed.
 */
export function missingLine(expected: string, output: string): string | undefined {
  const printed = output.split("\n").map(oneSpaced)
  let from = 0
  for (const line of expected.split("\n").map(oneSpaced)) {
    if (!line) continue
    const pattern = new RegExp(line.split("…").map(escape).join(".*"))
    const found = printed.findIndex((other, index) => index >= from && pattern.test(other))
    if (found < 0) return line
    from = found + 1
  }
  return undefined
}

const oneSpaced = (line: string) => line.replace(/\s+/g, " ").trim()

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
