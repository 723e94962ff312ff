import { setTimeout as wait } from "node:timers/promises"
import { NextRequest } from "next/server"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { AdapterError, AuthError, WebAuthnVerificationError } from "@auth/core/errors"
import { logger } from "../../../recipes/logger/auth-logger"
import "../auth-errors"
import { logHeader, withCapturedLog } from "./captured-log"

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}))
afterEach(() => vi.restoreAllMocks())

/** What a request gets back of the log while `work` answers it. */
async function logOf(work: () => unknown): Promise<string[]> {
  const handler = withCapturedLog(async () => {
    await work()
    return new Response()
  })
  const { headers } = await handler(new NextRequest("http://localhost/"))
  return JSON.parse(decodeURIComponent(headers.get(logHeader) ?? ""))
}

const log = (error: Error) => logger.error?.(error)

/** An error of Auth.js with its cause. The types leave out its constructor, which takes one. */
const causedBy = (cause: Error, type: typeof AuthError): AuthError =>
  new (type as unknown as new (cause: Error) => AuthError)(cause)

test("what Auth.js logs comes back as its own logger prints it, and as this site does", async () => {
  // As SimpleWebAuthn throws it: helpers/matchExpectedRPID.js.
  class UnexpectedRPIDHash extends Error {}
  const mismatch = new UnexpectedRPIDHash("Unexpected RP ID hash")
  mismatch.name = "UnexpectedRPIDHash"
  expect(await logOf(() => log(causedBy(mismatch, WebAuthnVerificationError)))).toEqual([
    "[auth][error] WebAuthnVerificationError: Read more at https://errors.authjs.dev#webauthnverificationerror",
    "[auth][cause]: UnexpectedRPIDHash: Unexpected RP ID hash",
    "auth: WebAuthnVerificationError < UnexpectedRPIDHash",
  ])
  expect(await logOf(() => log(new AuthError("WebAuthn authenticator not found")))).toEqual([
    "[auth][error] AuthError: WebAuthn authenticator not found. Read more at https://errors.authjs.dev#autherror",
    "auth: AuthError",
  ])
})

test("of requests that run at the same time, each gets its own lines only", async () => {
  const requests = Array.from({ length: 20 }, (_, index) =>
    logOf(async () => {
      await wait(Math.random() * 10)
      log(new AuthError(`request ${index}`))
      await wait(Math.random() * 10)
    }),
  )
  for (const [index, lines] of (await Promise.all(requests)).entries())
    expect(lines).toEqual([expect.stringContaining(`request ${index}.`), "auth: AuthError"])
})

test("a request without errors gets none, and what is logged outside a request is nobody's", async () => {
  log(new AuthError("outside"))
  expect(await logOf(() => {})).toEqual([])
})

test("a request cannot make the answer grow", async () => {
  const lines = await logOf(() => {
    for (let count = 0; count < 100; count++) log(new AuthError("x".repeat(10_000)))
  })
  expect(lines).toHaveLength(6)
  expect(Math.max(...lines.map(({ length }) => length))).toBe(300)
})

test("messages of the database, of the system and of other code stay on the server", async () => {
  class DriverAdapterError extends Error {
    name = "DriverAdapterError"
  }
  const refused = Object.assign(new Error("connect ECONNREFUSED 10.0.0.7:5432"), {
    code: "ECONNREFUSED",
  })
  const secrets = /10\.0\.0\.7|hunter2|\/srv/
  for (const error of [
    causedBy(new DriverAdapterError("password hunter2"), AdapterError),
    causedBy(refused, WebAuthnVerificationError),
    new TypeError("cannot read /srv/site/auth.ts"),
  ]) {
    const lines = await logOf(() => log(error))
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join("\n")).not.toMatch(secrets)
  }
})

test("no line has a place in it, and none breaks the header", async () => {
  const lines = await logOf(() => log(new AuthError("one\r\nSet-Cookie: two ✓")))
  expect(lines.join("\n")).not.toMatch(/\bat .*:\d+:\d+/)
  expect(lines[0]).toContain("✓")
})
