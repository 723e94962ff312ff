// @ts-check
import { fileURLToPath } from "node:url"
import { escapedForLog } from "./escaped-for-log.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))

/**
 * Makes the console say what failed and where, and nothing of what came from a visitor. Auth.js puts
 * credential ids into its messages, Prisma the arguments of a query, PostgreSQL the values of a row:
 * so of an error only its name, its code and its stack's places are printed, and of Auth.js's lines
 * only the name. A warning of Auth.js, which comes with every request, is printed once. Whatever else
 * is printed is one line of printable characters: Next.js repeats parts of an address.
 *
 * @param {Console} target
 */
export function redactConsole(target) {
  const warned = new Set()
  for (const method of /** @type {const} */ (["error", "warn", "log", "info", "debug", "trace"])) {
    const print = target[method].bind(target)
    target[method] = (...values) => {
      const line = values.map(redact).filter(Boolean).join(" ")
      if (!line || warned.has(line)) return
      if (line.startsWith("[auth][warn]")) warned.add(line)
      print(line)
    }
  }
}

/**
 * @param {unknown} value
 * @returns {string} One line, and a line for each place of a stack, which begins with `    at `.
 */
export function redact(value) {
  if (value instanceof Error) return redactError(value)
  if (typeof value !== "string")
    return typeof value === "object" ? "" : escapedForLog(String(value))
  const text = value.replace(/\x1b\[\d+m/g, "")
  if (text.startsWith("[auth]")) return text.match(/^(?:\[[\w-]+\])+:?(?: \w+)?/)?.[0] ?? "[auth]"
  // Auth.js prints a stack by itself: its message first, or already cut off.
  if (/\n {4}at /.test(text) || text.startsWith("    at ")) return places(text)
  // And what it knows besides, as JSON.
  if (/^[[{]/.test(text)) return ""
  return escapedForLog(text)
}

/** @param {Error} error */
function redactError(error) {
  const code = "code" in error ? ` (${error.code})` : ""
  const { stack = "", message } = error
  // A message may have lines that look like places.
  const from = stack.indexOf(message)
  const frames = from === -1 ? stack : stack.slice(from + message.length)
  return [escapedForLog(error.name + code), places(frames)].filter(Boolean).join("\n")
}

/** @param {string} stack */
function places(stack) {
  return stack.split("\n").filter(isPlace).slice(0, 6).join("\n")
}

/**
 * Whether a line of a stack names a place in this checkout or in Node.js. Auth.js prints a stack with
 * its message, and a line of a message can say anything.
 *
 * @param {string} line
 */
function isPlace(line) {
  const file = place.exec(line)?.[1] ?? ""
  const isOurs = file.startsWith("node:") || file.startsWith(root)
  return isOurs && escapedForLog(file) === file
}

const place = /^ {4}at (?:[\w$.<>#[\] ]{1,120} \()?(?:file:\/\/)?(.+):\d+:\d+\)?$/
