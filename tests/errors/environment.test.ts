import { beforeEach, expect, test } from "vitest"
import { origin } from "../databases/user-agent"
import { reproduces } from "./reproduces"
import { watchLog } from "./server-log"
import { ask, stockConfig, stubEnvironment } from "./stock-app"

let log: () => string

beforeEach(() => {
  log = watchLog()
})

const production = { NODE_ENV: "production", AUTH_URL: undefined }

test.each([
  ["nothing in production", production],
  ["NEXTAUTH_URL alone", { ...production, NEXTAUTH_URL: origin }],
  ["an empty AUTH_URL, also in development", { NODE_ENV: "development", AUTH_URL: "" }],
  ["an empty AUTH_URL on Vercel", { ...production, AUTH_URL: "", VERCEL: "1" }],
])("the host isn't trusted with %s", async (_, environment) => {
  stubEnvironment(environment)
  expect((await ask(stockConfig())).status).toBe(500)
  expect(reproduces("untrusted-host").missingIn([log()])).toEqual([])
})

test("trustHost: false overrides the environment", async () => {
  stubEnvironment()
  expect((await ask(stockConfig({ trustHost: false }))).status).toBe(500)
  expect(reproduces("untrusted-host").missingIn([log()])).toEqual([])
})

test.each([
  ["AUTH_URL", { NODE_ENV: "production" }],
  ["Vercel", { ...production, VERCEL: "1" }],
  ["Cloudflare Pages", { ...production, CF_PAGES: "1" }],
  ["AUTH_TRUST_HOST=false", { ...production, AUTH_TRUST_HOST: "false" }],
  ["development", { NODE_ENV: "development", AUTH_URL: undefined }],
])("the host is trusted with %s", async (_, environment) => {
  stubEnvironment(environment)
  expect((await ask(stockConfig())).status).toBe(200)
})

test.each([
  ["nothing", { AUTH_SECRET: undefined }],
  ["an empty AUTH_SECRET", { AUTH_SECRET: "", NEXTAUTH_SECRET: "a secret of version 4" }],
  ["Better Auth's variable", { AUTH_SECRET: undefined, BETTER_AUTH_SECRET: "a secret" }],
])("there's no secret with %s", async (_, environment) => {
  stubEnvironment(environment)
  expect((await ask(stockConfig())).status).toBe(500)
  expect(reproduces("missing-secret").missingIn([log()])).toEqual([])
})

test("NEXTAUTH_SECRET still works", async () => {
  stubEnvironment({ AUTH_SECRET: undefined, NEXTAUTH_SECRET: "a secret of version 4" })
  expect((await ask(stockConfig())).status).toBe(200)
})
