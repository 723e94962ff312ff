import { encode } from "next-auth/jwt"
import { beforeEach, expect, test } from "vitest"
import { reproduces } from "./reproduces"
import { watchLog } from "./server-log"
import { ask, stockConfig, stubEnvironment } from "./stock-app"

let log: () => string

beforeEach(() => {
  stubEnvironment()
  log = watchLog()
})

const name = "authjs.session-token"

/** Asks for the session with a cookie that the app didn't set. */
async function expectSignedOut(value: string) {
  const config = stockConfig({ session: { strategy: "jwt" } })
  const { body, headers } = await ask(config, "/api/auth/session", { cookie: `${name}=${value}` })
  expect(body).toBe("null")
  expect(headers.getSetCookie().join("\n")).toContain(`${name}=; Max-Age=0`)
}

test("a cookie that another secret encrypted", async () => {
  await expectSignedOut(await encode({ salt: name, secret: "another", token: { sub: "1" } }))
  expect(reproduces("session-cookie-not-decrypted", [0, 1]).missingIn([log()])).toEqual([])
})

test("a cookie that was made under another name", async () => {
  const secret = process.env.AUTH_SECRET ?? ""
  await expectSignedOut(await encode({ salt: "other.session-token", secret, token: { sub: "1" } }))
  expect(reproduces("session-cookie-not-decrypted", [0, 1]).missingIn([log()])).toEqual([])
})

test("a cookie that was changed on the way", async () => {
  const secret = process.env.AUTH_SECRET ?? ""
  const value = await encode({ salt: name, secret, token: { sub: "1" } })
  const [header, key, iv, ciphertext = "", tag] = value.split(".")
  await expectSignedOut([header, key, iv, `${ciphertext}AAAA`, tag].join("."))
  expect(reproduces("session-cookie-not-decrypted", [0, 3]).missingIn([log()])).toEqual([])
})

test("a callback that fails", async () => {
  const secret = process.env.AUTH_SECRET ?? ""
  const cookie = `${name}=${await encode({ salt: name, secret, token: { sub: "1" } })}`
  const session = () => Promise.reject(new Error("of a callback"))
  const config = stockConfig({ session: { strategy: "jwt" }, callbacks: { session } })
  expect((await ask(config, "/api/auth/session", { cookie })).body).toBe("null")
  expect(reproduces("session-cookie-not-decrypted", [0]).missingIn([log()])).toEqual([])
  expect(log()).toContain("[auth][cause]: Error: of a callback")
})

test("the cookie of a database session", async () => {
  await expectSignedOut(crypto.randomUUID())
  expect(reproduces("session-cookie-not-decrypted", [0, 2]).missingIn([log()])).toEqual([])
})
