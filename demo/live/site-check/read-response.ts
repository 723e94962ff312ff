/** A response as `curl -i` prints it. */
export type PastedResponse = {
  status: number
  /** All headers in their order, with names in lower case. */
  headers: [name: string, value: string][]
  body: string
}

const statusLine = /^HTTP\/[\d.]+ +(\d{3})\b/
const headerLine = /^([\w!#$%&'*+.^`|~-]+):[ \t]*(.*)$/

/**
 * Reads what `curl -i` or `curl -v` printed: the last response, if there were redirects.
 *
 * @returns `undefined` where there is no status line.
 */
export function readResponse(text: string): PastedResponse | undefined {
  const lines = text
    .replaceAll("\r", "")
    .split("\n")
    // `curl -v` marks what it received.
    .map((line) => line.replace(/^< ?/, ""))
  const start = lines.findLastIndex((line) => statusLine.test(line.trimStart()))
  const status = statusLine.exec(lines[start]?.trimStart() ?? "")?.[1]
  if (!status) return undefined
  const headers: [string, string][] = []
  let at = start + 1
  for (; at < lines.length; at++) {
    const [, name, value] = headerLine.exec(lines[at]?.trimStart() ?? "") ?? []
    if (name === undefined || value === undefined) break
    headers.push([name.toLowerCase(), value.trim()])
  }
  return { status: Number(status), headers, body: lines.slice(at).join("\n").trim() }
}

/** All values of a header. */
export const valuesOf = ({ headers }: PastedResponse, name: string): string[] =>
  headers.filter(([known]) => known === name).map(([, value]) => value)

/** A header's values as one (RFC 9110 §5.3). `undefined` without the header. */
export function headerOf(response: PastedResponse, name: string): string | undefined {
  const values = valuesOf(response, name)
  return values.length > 0 ? values.join(", ") : undefined
}

/** The address that a pasted `curl` command asked for. */
export const addressIn = (text: string): string | undefined =>
  /\bcurl\b[^\n]*?(https?:\/\/[^\s'"]+)/.exec(text)?.[1]
