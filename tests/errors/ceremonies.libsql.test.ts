import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { startLibsql } from "../databases/engines/libsql"
import { UserAgent } from "../databases/user-agent"
import { fencesOf, sourceOf } from "../guide/guide-pages"
import { reproduces } from "./reproduces"
import { watchLog } from "./server-log"
import { askOptions, openStock, respond } from "./stock-database"

let app: Awaited<ReturnType<typeof openStock>>
let registered: UserAgent
let log: () => string

beforeAll(async () => {
  app = await openStock(await startLibsql())
  registered = app.newcomer({ counter: 5 })
  expect(await registered.register(app.newEmail())).toBeNull()
})
afterAll(() => app.close())
beforeEach(() => {
  log = watchLog()
})

type Error = ReturnType<typeof reproduces>

/** What the page is told, and that the log has all messages of the error's page. */
function expectError(error: Error, told: (string | null)[], code: string) {
  expect(told).toEqual(told.map(() => code))
  expect(error.missingIn([log()])).toEqual([])
  const general =
    code === "Configuration"
      ? reproduces("server-configuration", [1])
      : reproduces("webauthn-verification-error", [0])
  expect(general.missingIn([log(), `?error=${code}`])).toEqual([])
}

const anotherBrowser = () => app.elsewhere(registered)
const signIn = (deviations: Parameters<UserAgent["signIn"]>[0]) =>
  anotherBrowser().signIn({ counter: 6, ...deviations })
const register = (deviations: Parameters<UserAgent["register"]>[1]) =>
  app.newcomer().register(app.newEmail(), deviations)

test("another origin", async () => {
  const elsewhere = { origin: "https://www.example.com" }
  const told = [await signIn(elsewhere), await register(elsewhere)]
  expectError(reproduces("unexpected-origin"), told, "WebAuthnVerificationError")
  // The line above the cause.
  expect(reproduces("webauthn-verification-error", [1]).missingIn([log()])).toEqual([])
})

test("another RP ID", async () => {
  const elsewhere = { rpId: "example.com" }
  const told = [await signIn(elsewhere), await register(elsewhere)]
  expectError(reproduces("unexpected-rp-id-hash"), told, "WebAuthnVerificationError")
})

test("nobody verified the user", async () => {
  const unverified = { userVerified: false }
  const told = [await signIn(unverified), await register(unverified)]
  expectError(reproduces("user-verification-required"), told, "WebAuthnVerificationError")
})

test("nobody was present", async () => {
  const absent = { userPresent: false }
  const told = [await signIn(absent), await register(absent)]
  expectError(reproduces("user-not-present"), told, "WebAuthnVerificationError")
})

test("another challenge", async () => {
  const signingIn = anotherBrowser()
  await askOptions(signingIn, "action=authenticate")
  const registering = app.newcomer()
  await askOptions(registering, `action=register&email=${app.newEmail()}`)
  const told = [
    await respond(signingIn, "authenticate", registered.authenticator.get("b3RoZXI")),
    await respond(registering, "register", registering.authenticator.create("b3RoZXI")),
  ]
  expectError(reproduces("unexpected-challenge"), told, "WebAuthnVerificationError")
})

test("a second tab replaces the challenge of the first", async () => {
  const person = anotherBrowser()
  const first = await (await askOptions(person, "action=authenticate")).json()
  await askOptions(person, "action=authenticate")
  const response = person.authenticator.get(first.options.challenge)
  const told = [await respond(person, "authenticate", response)]
  expectError(reproduces("unexpected-challenge", [0]), told, "WebAuthnVerificationError")
})

test("a second tab ends its sign-in before the first", async () => {
  const newcomer = app.newcomer()
  await newcomer.register(app.newEmail())
  const person = app.elsewhere(newcomer)
  const first = await (await askOptions(person, "action=authenticate")).json()
  expect(await person.signIn()).toBeNull()
  const response = person.authenticator.get(first.options.challenge)
  const told = [await respond(person, "authenticate", response)]
  expectError(reproduces("challenge-cookie-missing"), told, "Configuration")
})

test("a counter that goes back", async () => {
  expectError(
    reproduces("counter-too-low"),
    [await signIn({ counter: 3 }), await signIn({ counter: 5 })],
    "WebAuthnVerificationError",
  )
})

test("a changed signature", async () => {
  const person = anotherBrowser()
  const { options } = await (await askOptions(person, "action=authenticate")).json()
  const response = person.authenticator.get(options.challenge, { counter: 6 })
  const signature = Buffer.from(response.response.signature, "base64url")
  signature.writeUInt8(signature.readUInt8(signature.length - 1) ^ 1, signature.length - 1)
  response.response.signature = signature.toString("base64url")
  const told = [await respond(person, "authenticate", response)]
  expectError(reproduces("invalid-signature"), told, "WebAuthnVerificationError")
})

test("no challenge cookie", async () => {
  const told = [
    await respond(anotherBrowser(), "authenticate", registered.authenticator.get("")),
    await respond(app.newcomer(), "register", app.newcomer().authenticator.create("")),
  ]
  expectError(reproduces("challenge-cookie-missing"), told, "Configuration")
})

test("a registration that began as a sign-in", async () => {
  const person = app.newcomer()
  await askOptions(person, "action=authenticate")
  const told = [await respond(person, "register", person.authenticator.create(""))]
  expectError(reproduces("missing-user-data"), told, "Configuration")
})

test("a passkey whose row in Authenticator is gone", async () => {
  const person = app.newcomer()
  await person.register(app.newEmail())
  const id = person.authenticator.credentialId.toString("base64")
  await app.execute(`DELETE FROM "Authenticator" WHERE "credentialID" = '${id}'`)
  const told = [await app.elsewhere(person).signIn()]
  expectError(reproduces("authenticator-not-found"), told, "Configuration")
})

test("a passkey whose row in Account is gone", async () => {
  const person = app.newcomer()
  await person.register(app.newEmail())
  const id = person.authenticator.credentialId.toString("base64")
  await app.execute(`DELETE FROM "Account" WHERE "providerAccountId" = '${id}'`)
  const told = [await app.elsewhere(person).signIn()]
  expectError(reproduces("account-not-found"), told, "Configuration")

  // What the page says brings it back.
  const fences = fencesOf(sourceOf("errors/account-not-found"))
  const [insert] = fences.filter(({ code }) => code.startsWith("INSERT"))
  await app.execute(insert?.code ?? "")
  expect(await app.elsewhere(person).signIn()).toBeNull()
})

test("a response that isn't one", async () => {
  const told = [
    await respond(app.newcomer(), "authenticate", {}),
    await respond(app.newcomer(), "register", {}),
    await respond(app.newcomer(), "authenticate", String({})),
    await respond(app.newcomer(), "login", {}),
  ]
  expectError(reproduces("invalid-response"), told, "Configuration")
  // The line above the cause.
  expect(reproduces("server-configuration", [4]).missingIn([log()])).toEqual([])
})

test("a jwt callback that fails", async () => {
  const jwt = () => Promise.reject(new Error("of the app"))
  const handlers = app.handlersWith({ session: { strategy: "jwt" }, callbacks: { jwt } })
  const browser = new UserAgent(handlers, app.newcomer().authenticator)
  const told = [await browser.register(app.newEmail())]
  expectError(reproduces("server-configuration", [4]), told, "Configuration")
  expect(log()).toContain("[auth][cause]: Error: of the app")
})
