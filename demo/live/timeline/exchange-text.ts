import type { RecordedExchange } from "../recording/ceremony"

const lines = (headers: Record<string, string>) =>
  Object.entries(headers).map(([name, value]) => `${capitalised(name)}: ${value}`)

const capitalised = (name: string) => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())

const withBody = (head: string[], body: string | undefined) =>
  body ? [...head, "", body].join("\n") : head.join("\n")

/** A request as HTTP writes it. What the browser adds is left out, but for Auth.js's cookies. */
export function requestText({
  method,
  url,
  headers,
  body,
  cookies,
}: RecordedExchange["request"]): string {
  const cookie = cookies?.map((name) => `${name}=(hidden)`).join("; ")
  return withBody(
    [`${method} ${url}`, ...lines(headers), ...(cookie ? [`Cookie: ${cookie}`] : [])],
    body,
  )
}

/** An answer as HTTP writes it, with the headers that say something about the ceremony. */
export function answerText({
  status,
  headers,
  body,
  setCookies,
}: NonNullable<RecordedExchange["answer"]>) {
  const cookies = setCookies.map((cookie) => `Set-Cookie: ${cookie}`)
  return withBody([`HTTP ${status}`, ...lines(headers), ...cookies], body)
}
