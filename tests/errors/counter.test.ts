import NextAuth from "next-auth"
import { expect, test } from "vitest"
import { memoryAdapter } from "../../demo/recipes/adapter-contract/memory-adapter"
import { origin, UserAgent } from "../databases/user-agent"
import { SoftwareAuthenticator } from "../support/software-authenticator"
import { reproduces } from "./reproduces"
import { watchLog } from "./server-log"
import { stockConfig, stubEnvironment } from "./stock-app"

test("a counter that can't be written ends the sign-in", async () => {
  stubEnvironment()
  const log = watchLog()
  const adapter = {
    ...memoryAdapter(),
    updateAuthenticatorCounter: () => Promise.reject(new Error("read-only")),
  }
  const passkey = new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true, counter: 1 })
  const { handlers } = NextAuth(stockConfig({ adapter }))
  expect(await new UserAgent(handlers, passkey).register("a@passkeys.example")).toBeNull()
  expect(await new UserAgent(handlers, passkey).signIn({ counter: 2 })).toBe("Configuration")
  expect(reproduces("counter-out-of-range", [1]).missingIn([log()])).toEqual([])
})
