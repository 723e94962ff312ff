/**
 * What is at the bottom of a driver's error, in one line: of "fetch failed", why it failed. It holds
 * no password, because drivers put none into their messages.
 */
export function errorLine(error: unknown): string {
  const lines = reason(error).split("\n")
  return lines.map((line) => line.trim()).find(Boolean) ?? "The database gave no reason"
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause instanceof Error) return reason(error.cause)
  // Where a host name has two addresses, Node.js has an error for each, and no message for both.
  const [first] = error instanceof AggregateError ? error.errors : []
  if (first) return reason(first)
  // MariaDB's driver repeats the statement in its message. This is what the server said.
  return "sqlMessage" in error && error.sqlMessage ? String(error.sqlMessage) : error.message
}
