// @ts-check

/**
 * Makes `console.error` and `console.warn` say what failed and where, and nothing of what came from
 * a visitor. Auth.js puts credential ids into its messages, Prisma the arguments of a query,
 * PostgreSQL the values of a row: so of an error only its name, its code and its stack's places are
 * printed, and of Auth.js's lines only the name. A warning of Auth.js, which comes with every request,
 * is printed once.
 *
 * @param {Console} target
 */
export function makeDiscreet(target) {
  const warned = new Set()
  for (const method of /** @type {const} */ (["error", "warn"])) {
    const print = target[method].bind(target)
    target[method] = (...values) => {
      const line = values.map(discreet).filter(Boolean).join(" ")
      if (!line || warned.has(line)) return
      if (line.startsWith("[auth][warn]")) warned.add(line)
      print(line)
    }
  }
}

/**
 * @param {unknown} value
 * @returns {string}
 */
export function discreet(value) {
  if (value instanceof Error) return discreetError(value)
  if (typeof value !== "string") return typeof value === "object" ? "" : String(value)
  const text = value.replace(/\x1b\[\d+m/g, "")
  if (text.startsWith("[auth]")) return text.match(/^(?:\[[\w-]+\])+:?(?: \w+)?/)?.[0] ?? "[auth]"
  // Auth.js prints a stack by itself: its message first, or already cut off.
  if (/\n {4}at /.test(text) || text.startsWith("    at ")) return places(text)
  // And what it knows besides, as JSON.
  if (/^[[{]/.test(text)) return ""
  return text
}

/** @param {Error} error */
function discreetError(error) {
  const code = "code" in error ? ` (${error.code})` : ""
  return `${error.name}${code}\n${places(error.stack ?? "")}`
}

/** @param {string} stack */
function places(stack) {
  return stack
    .split("\n")
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, 6)
    .join("\n")
}
