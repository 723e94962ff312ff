import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { redact, redactConsole } from "./redacted-log.mjs"

const here = fileURLToPath(import.meta.url)
const methods = ["error", "warn", "log", "info", "debug"] as const

test.each([
  ["line breaks", "a\r\n[auth] forged", "a\\u{d}\\n[auth] forged"],
  ["Unicode's line breaks", "a\u2028b\u2029c\u0085d", "a\\u{2028}b\\u{2029}c\\u{85}d"],
  ["what moves a cursor", "a\u001b[2Jb\b", "a\\u{1b}[2Jb\\u{8}"],
  ["what turns the direction", "a\u202eb", "a\\u{202e}b"],
  ["half a character", "a\ud800b", "a\\u{d800}b"],
  ["words of other languages", "grüße 您好 😀", "grüße 您好 😀"],
  ["what is long", "x".repeat(5_000), `${"x".repeat(300)}…`],
])("%s", (_, text, printed) => {
  expect(redact(text)).toBe(printed)
})

test.each(methods)("console.%s begins one line", (method) => {
  const lines: string[] = []
  const print = (line: string) => lines.push(line)
  const target = Object.fromEntries([...methods, "trace"].map((name) => [name, print]))
  redactConsole(target as unknown as Console)
  ;(target as unknown as Console)[method]("failed for", "/x\nforged: line", { secret: 1 })
  expect(lines).toEqual(["failed for /x\\nforged: line"])
})

test("of an error, its name, its code and its places", () => {
  const error = Object.assign(new TypeError("a secret"), { code: "E_NO" })
  const [first, ...places] = redact(error).split("\n")
  expect(first).toBe("TypeError (E_NO)")
  expect(places[0]).toContain(here)
  for (const place of places) expect(place).toMatch(/^ {4}at /)
})

test.each([
  "x\n    at forged (/etc/passwd:1:1)",
  `x\n    at forged (${here}:1:1)`,
  "x\n    at the visitor's own words",
])("%j: a message is no place", (message) => {
  const { stack = "" } = new Error("")
  const error = Object.assign(new Error(message), { code: "a\nb" })
  expect(redact(error)).not.toMatch(/forged|visitor/)
  expect(redact(error)).toMatch(/^Error \(a\\nb\)\n {4}at /)
  // Auth.js prints the stack as a text, in which only a place of this checkout passes for one.
  const printed = redact(stack.replace("Error: ", `Error: ${message}`))
  expect(printed).toContain(here)
  expect(printed).not.toMatch(/passwd|visitor/)
})
