import { DrizzleQueryError } from "drizzle-orm"
import { afterEach, expect, test, vi } from "vitest"
import { describeError, logger } from "../../demo/recipes/logger/auth-logger"

/** The shape of Auth.js's errors, see @auth/core/errors.js. Real ones: database-faults.test.ts. */
const authError = (type: string, err: Error) =>
  Object.assign(new Error("Read more at https://errors.authjs.dev"), { type, cause: { err } })

afterEach(() => vi.unstubAllEnvs())

/** What it prints for an error in production. */
function logged(error: Error): string {
  vi.stubEnv("NODE_ENV", "production")
  const print = vi.spyOn(console, "error").mockImplementation(() => {})
  logger.error?.(error)
  const [[line] = []] = print.mock.calls
  print.mockRestore()
  return String(line)
}

/** As Prisma throws it when SQLite finds its file locked. */
function locked() {
  const driverAdapterError = Object.assign(new Error("SocketTimeout"), {
    name: "DriverAdapterError",
    cause: { kind: "SocketTimeout", originalCode: "5", originalMessage: "database is locked" },
  })
  return Object.assign(new Error("Invalid `create()`, email: person@example.com"), {
    name: "PrismaClientKnownRequestError",
    code: "P1008",
    meta: { driverAdapterError },
  })
}

test("names an error, its causes, and the database's code, without a message", () => {
  expect(describeError(locked())).toBe(
    "PrismaClientKnownRequestError P1008 < DriverAdapterError < SocketTimeout 5",
  )
  const line = logged(authError("AdapterError", locked()))
  expect(line).toMatch(/^auth: AdapterError < PrismaClientKnownRequestError P1008 < /)
  expect(line).not.toContain("person@example.com")
})

test("leaves out the query and the values that Drizzle adds to an error", () => {
  const cause = Object.assign(new Error("duplicate key"), { name: "error", code: "23505" })
  const query = new DrizzleQueryError("insert into …", ["person@example.com"], cause)
  expect(logged(authError("AdapterError", query))).toMatch(
    /^auth: AdapterError < Error < error 23505 at .*auth-logger\.test\.ts/,
  )
})

test("says where an error without a code comes from", () => {
  expect(logged(authError("AdapterError", new TypeError("secret")))).toMatch(
    /^auth: AdapterError < TypeError at .*auth-logger\.test\.ts/,
  )
})

test("leaves out a cause that is no error, such as the claims of jose's", () => {
  const expired = Object.assign(new Error("exp"), {
    name: "JWTExpired",
    code: "ERR_JWT_EXPIRED",
    cause: { claim: "exp", payload: { challenge: "secret" } },
  })
  const check = Object.assign(new Error("value"), { type: "InvalidCheck", cause: expired })
  expect(describeError(check)).toMatch(
    /^InvalidCheck < JWTExpired ERR_JWT_EXPIRED at .*auth-logger\.test\.ts/,
  )
})

test("says what did not match in a ceremony, in one line and cut", () => {
  const reason = `Unexpected origin "x\nauth: forged ${"y".repeat(1_000)}"`
  const line = logged(authError("WebAuthnVerificationError", new Error(reason)))
  expect(line).toContain(String.raw`"Unexpected origin \"x\nauth: forged yyy`)
  expect(line).not.toContain("\n")
  expect(line.length).toBeLessThan(600)
})

test("is silent about passkeys being experimental, and about nothing else", () => {
  const print = vi.spyOn(console, "warn").mockImplementation(() => {})
  logger.warn?.("experimental-webauthn")
  logger.warn?.("env-url-basepath-mismatch")
  expect(print.mock.calls).toEqual([["auth: warning env-url-basepath-mismatch"]])
  print.mockRestore()
})
