/** Prisma's codes for errors that are about the data. The database did its work. */
const dataErrors = new Set([
  "P2000", // A value is too long.
  "P2002", // Unique constraint
  "P2003", // Foreign key
  "P2004", // Another constraint
  "P2011", // Not null
  "P2025", // The record was not found.
])

/**
 * Whether an error means that the database could not do its work: it is gone, locked, full,
 * read-only, corrupt or too slow. Looks at the causes too: Auth.js wraps what its adapter throws.
 *
 * See https://www.prisma.io/docs/orm/reference/error-reference.
 */
export function isDatabaseFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof DatabaseFault || error instanceof TimeoutError) return true
  const { code } = error as { code?: string }
  if (error.name === "PrismaClientKnownRequestError") return !dataErrors.has(code ?? "")
  if (/^PrismaClient(Initialization|UnknownRequest|RustPanic)Error$/.test(error.name)) return true
  if (error.name === "DriverAdapterError") return true
  const { cause } = error as { cause?: { err?: unknown } }
  return isDatabaseFault(cause?.err ?? cause)
}

/** The database was at fault, and whoever noticed has logged how. */
export class DatabaseFault extends Error {
  name = "DatabaseFault"
}

/** What `within` throws. */
export class TimeoutError extends Error {
  name = "TimeoutError"
}
