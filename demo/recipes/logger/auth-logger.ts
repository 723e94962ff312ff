import type { NextAuthConfig } from "next-auth"

/**
 * For the `logger` option of Auth.js. In production, it logs the name
 * and code of an error and of its causes, and where it happened. It
 * leaves out the messages, because those of Auth.js and Prisma contain
 * credential ids and e-mail addresses. Only what didn't match in a
 * ceremony is logged verbatim.
 */
export const logger: NonNullable<NextAuthConfig["logger"]> = {
  error(error) {
    if (process.env.NODE_ENV !== "production")
      return console.error(error)
    const { type, cause } = error as Details
    const mismatch =
      type === "WebAuthnVerificationError" && cause?.err?.message
    // Part of it comes from the browser, which must not be able to
    // start a line in the log or to flood it.
    const what = mismatch
      ? `${type} ${JSON.stringify(mismatch.slice(0, 200))}`
      : describeError(error)
    console.error(`auth: ${what}`)
  },
  // Otherwise, every request logs that passkeys in Auth.js are
  // experimental.
  warn(code) {
    if (code !== "experimental-webauthn")
      console.warn(`auth: warning ${code}`)
  },
}

/** What Auth.js, Prisma and its driver adapters add to an error. */
type Details = {
  type?: string
  code?: string
  cause?: { err?: Error } & Partial<Error>
  meta?: { driverAdapterError?: Error }
  /**
   * The database's error: Prisma's name for it, and the database's own
   * code.
   */
  kind?: string
  originalCode?: string
}

/**
 * For example `AdapterError < PrismaClientKnownRequestError P1008 <
 * DriverAdapterError < SocketTimeout 5`.
 */
export function describeError(error: Partial<Error>): string {
  const { type, code, cause, meta, kind, originalCode } =
    error as Details
  const name = type ?? error.name ?? kind
  // A cause that is no error, such as jose's.
  if (!name) return ""
  const described = `${name} ${code ?? originalCode ?? ""}`.trim()
  const next = cause?.err ?? cause ?? meta?.driverAdapterError
  const before = next && describeError(next)
  if (before) return `${described} < ${before}`
  const [, place] = error.stack?.match(/\n +(at .*)/) ?? []
  return place ? `${described} ${place}` : described
}
