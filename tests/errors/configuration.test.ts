import type { NextAuthConfig } from "next-auth"
import { beforeEach, describe, expect, test } from "vitest"
import { reproduces } from "./reproduces"
import { watchLog } from "./server-log"
import { ask, stockConfig, stubEnvironment } from "./stock-app"

let log: () => string

beforeEach(() => {
  stubEnvironment()
  log = watchLog()
})

/** With the provider, and without what makes it work. */
const mistakes: [ReturnType<typeof reproduces>, Partial<NextAuthConfig>][] = [
  [reproduces("missing-adapter"), { adapter: undefined }],
]

describe("every request is answered with 500, and the log says why", () => {
  test.each(mistakes)("%j", async (error, changes) => {
    const answer = await ask(stockConfig(changes))
    expect(answer.status).toBe(500)
    expect(error.missingIn([log()])).toEqual([])
  })
})

describe("an adapter is demanded of each configuration, once one has passkeys", () => {
  test("in the same process", async () => {
    await ask(stockConfig())
    const answer = await ask({ providers: [], experimental: { enableWebAuthn: true } })
    expect(answer.status).toBe(500)
    expect(reproduces("missing-adapter").missingIn([log()])).toEqual([])
  })
})
