import { expect, test } from "vitest"
import { readConfiguration } from "./configuration"

const secret = "s".repeat(32)

test("on this machine everything has a default", async () => {
  const configuration = await readConfiguration({ AUTH_SECRET: secret })
  expect(configuration).toMatchObject({ PORT: 3000, AUTH_URL: "http://localhost:3000" })
  expect(configuration.DATABASE_URL).toMatch(/^file:.*\.data.demo\.db$/)
})

test("only this machine is listened to, until AUTH_URL says that the site is public", async () => {
  expect((await readConfiguration({ AUTH_SECRET: secret })).HOST).toBe("localhost")
  const AUTH_URL = "https://passkeys.example.com"
  expect(await readConfiguration({ AUTH_URL, AUTH_SECRET: secret })).toMatchObject({
    HOST: "::",
    TRUST_PROXY: 0,
    DEMO_LIMITS: "on",
    DEMO_LIFETIME_HOURS: 24,
  })
})

test("every mistake has its line, and no line tells a value", async () => {
  const environment = {
    PORT: "hush",
    TRUST_PROXY: "hush",
    DEMO_LIMITS: "hush",
    AUTH_SECRET: "hush",
  }
  const error = await readConfiguration(environment).catch((error: Error) => error)
  const lines = (error as Error).message.split("\n")
  expect(lines.map((line) => line.split(" ")[0])).toEqual(
    expect.arrayContaining(Object.keys(environment)),
  )
  expect(lines).toHaveLength(4)
  expect((error as Error).message).not.toContain("hush")
})

test("an empty variable counts as not set", async () => {
  expect((await readConfiguration({ PORT: "", AUTH_SECRET: secret })).PORT).toBe(3000)
})

test("the secret that was made is kept", async () => {
  const [one, two] = await Promise.all([readConfiguration({}), readConfiguration({})])
  expect(one.AUTH_SECRET).toBe(two.AUTH_SECRET)
  expect(one.AUTH_SECRET.length).toBeGreaterThanOrEqual(43)
})

test("the advice on how to make a secret needs no package", async () => {
  // npm's `auth` is another library's command, which prints another variable.
  for (const environment of [{ AUTH_SECRET: "short" }, { AUTH_URL: "https://example.com" }])
    await expect(readConfiguration(environment)).rejects.toThrow(
      /To create one, run: openssl rand -base64 33$/,
    )
})

test.each([
  [{ PORT: "abc" }, "PORT must be"],
  [{ METRICS_TOKEN: "short" }, "METRICS_TOKEN must have at least 16"],
  [{ METRICS_TOKEN: "sixteen and a space" }, "METRICS_TOKEN must have"],
  [{ REQUEST_LOG: "yes" }, "REQUEST_LOG must be on or off"],
  [{ PORT: "70000" }, "PORT must be between"],
  [{ DATABASE_URL: "redis://x" }, "DATABASE_URL must begin with"],
  [{ AUTH_SECRET: "short" }, "AUTH_SECRET must have at least 32"],
  [{ AUTH_URL: "passkeys.example.com" }, "AUTH_URL must be the public origin"],
  [{ AUTH_URL: "https://example.com/app" }, "AUTH_URL must be an origin and nothing more"],
  [{ AUTH_URL: "http://example.com", AUTH_SECRET: secret }, "AUTH_URL must begin with https:"],
  [{ AUTH_URL: "http://127.0.0.1:3000" }, "AUTH_URL must name a host, not an IP address"],
  [{ HOST: "a b" }, "HOST must be an address"],
  [{ TRUST_PROXY: "yes" }, "TRUST_PROXY must be the number of proxies"],
  [{ DEMO_LIMITS: "no" }, "DEMO_LIMITS must be on or off"],
  [{ DEMO_LIFETIME_HOURS: "soon" }, "DEMO_LIFETIME_HOURS must be a number"],
  [{ DEMO_LIFETIME_HOURS: "0" }, "DEMO_LIFETIME_HOURS must be more than 0"],
  [{ HOST: "0.0.0.0" }, "AUTH_URL is required with HOST"],
  [{ TRUST_PROXY: "1" }, "AUTH_URL is required with TRUST_PROXY"],
  [
    { DEMO_LIMITS: "off", AUTH_URL: "https://example.com", AUTH_SECRET: secret },
    "DEMO_LIMITS must be on",
  ],
  [{ AUTH_URL: "https://example.com" }, "AUTH_SECRET is required with a public AUTH_URL"],
])("%j is refused in words", async (environment, message) => {
  await expect(readConfiguration(environment)).rejects.toThrow(message)
})
