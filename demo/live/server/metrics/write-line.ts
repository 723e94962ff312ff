/**
 * Writes one line of JSON to the request log, unless `REQUEST_LOG` is off. It goes past the console, which
 * redacts whatever isn't the site's own text.
 */
export function writeLine(line: object): void {
  if (process.env.REQUEST_LOG === "off") return
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
