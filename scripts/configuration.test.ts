import { expect, test } from "vitest"
import { readConfiguration } from "./configuration"

const secret = "s".repeat(32)

test("on this machine everything has a default", async () => {
  const configuration = await readConfiguration({ AUTH_SECRET: secret })
  expect(configuration).toMatchObject({ PORT: 3000, AUTH_URL: "http://localhost:3000" })
  expect(configuration.DATABASE_URL).toMatch(/^file:.*\.data.demo\.db$/)
})

test("an empty variable counts as not set", async () => {
  expect((await readConfiguration({ PORT: "", AUTH_SECRET: secret })).PORT).toBe(3000)
})

test("the secret that was made is kept", async () => {
  const [one, two] = await Promise.all([readConfiguration({}), readConfiguration({})])
  expect(one.AUTH_SECRET).toBe(two.AUTH_SECRET)
  expect(one.AUTH_SECRET.length).toBeGreaterThanOrEqual(43)
})

test.each([
  [{ PORT: "abc" }, "PORT must be"],
  [{ PORT: "70000" }, "PORT must be between"],
  [{ DATABASE_URL: "redis://x" }, "DATABASE_URL must begin with"],
  [{ AUTH_SECRET: "short" }, "AUTH_SECRET must have at least 32"],
  [{ AUTH_URL: "passkeys.example.com" }, "AUTH_URL must be the public origin"],
  [{ AUTH_URL: "https://example.com/app" }, "AUTH_URL must be an origin and nothing more"],
  [{ AUTH_URL: "http://example.com", AUTH_SECRET: secret }, "AUTH_URL must begin with https:"],
  [{ AUTH_URL: "http://127.0.0.1:3000" }, "AUTH_URL must name a host, not an IP address"],
  [{ AUTH_URL: "https://example.com" }, "AUTH_SECRET is required with a public AUTH_URL"],
])("%j is refused in words", async (environment, message) => {
  await expect(readConfiguration(environment)).rejects.toThrow(message)
})
