import type { NextAuthConfig } from "next-auth"

/**
 * For the `logger` option of Auth.js. In production it logs what failed and what caused it, by name
 * and code, and where. It leaves out the messages, because Auth.js and Prisma repeat credential ids
 * and e-mail addresses in them. Only what did not match in a ceremony is logged as it is.
 */
export const logger: NonNullable<NextAuthConfig["logger"]> = {
  error(error) {
    if (process.env.NODE_ENV !== "production") return console.error(error)
    const { type, cause } = error as Details
    const mismatch = type === "WebAuthnVerificationError" && cause?.err?.message
    // The browser sent part of it: nobody should be able to begin a line of the log, or fill it.
    const what = mismatch
      ? `${type} ${JSON.stringify(mismatch.slice(0, 200))}`
      : describeError(error)
    console.error(`auth: ${what}`)
  },
  // Without this, every request logs that passkeys in Auth.js are experimental.
  warn(code) {
    if (code !== "experimental-webauthn") console.warn(`auth: warning ${code}`)
  },
}

/** What Auth.js, Prisma and its driver adapters add to an error. */
type Details = {
  type?: string
  code?: string
  cause?: { err?: Error } & Partial<Error>
  meta?: { driverAdapterError?: Error }
  /** The database's error: Prisma's name for it, and the database's own code. */
  kind?: string
  originalCode?: string
}

/** For example `AdapterError < PrismaClientKnownRequestError P1008 < DriverAdapterError < SocketTimeout 5`. */
export function describeError(error: Partial<Error>): string {
  const { type, code, cause, meta, kind, originalCode } = error as Details
  const name = `${type ?? error.name ?? kind} ${code ?? originalCode ?? ""}`.trim()
  const next = cause?.err ?? cause ?? meta?.driverAdapterError
  if (next) return `${name} < ${describeError(next)}`
  const [, place] = error.stack?.match(/\n +(at .*)/) ?? []
  return place ? `${name} ${place}` : name
}
