import type { NextAuthConfig } from "next-auth"

/**
 * For the `logger` option of Auth.js. In production it logs what failed and what caused it, by name
 * and code, and where. It leaves out the messages, because Auth.js and Prisma repeat credential ids
 * and e-mail addresses in them.
 */
export const logger: NonNullable<NextAuthConfig["logger"]> = {
  error(error) {
    if (process.env.NODE_ENV !== "production") console.error(error)
    else console.error(`auth: ${describeError(error)}`)
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
