import type { NextAuthConfig } from "next-auth"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { startLibsql } from "../databases/engines/libsql"
import { origin, UserAgent } from "../databases/user-agent"
import { SoftwareAuthenticator } from "../support/software-authenticator"
import { reproduces } from "./reproduces"
import { watchLog } from "./server-log"
import { askOptions, openStock } from "./stock-database"

let app: Awaited<ReturnType<typeof openStock>>
let log: () => string

beforeAll(async () => {
  app = await openStock(await startLibsql())
})
afterAll(() => app.close())
beforeEach(() => {
  log = watchLog()
})

/** Somebody who has an account, and is signed in. */
async function member(email = app.newEmail()) {
  const browser = app.newcomer()
  expect(await browser.register(email)).toBeNull()
  return browser
}

describe("AccountNotLinked", () => {
  test("an account is made between the two requests of a registration", async () => {
    const email = app.newEmail()
    const end = await app.newcomer().beginRegistration(email)
    await member(email)
    const told = `?error=${await end()}`
    expect(reproduces("account-not-linked", [0, 2]).missingIn([log(), told])).toEqual([])
  })

  test("a passkey of another account, while signed in", async () => {
    const one = await member()
    const other = await member()
    const otherEmail = await other.email()
    other.authenticator = one.authenticator
    const told = `?error=${await other.signIn()}`
    expect(reproduces("account-not-linked", [1, 2]).missingIn([log(), told])).toEqual([])
    expect(await other.email()).toBe(otherEmail)
  })

  test("signing out in another tab while a passkey is added", async () => {
    const person = await member()
    const end = await person.beginRegistration()
    person.authenticator = app.newcomer().authenticator
    person.dropCookie("authjs.session-token")
    const told = `?error=${await end()}`
    expect(reproduces("account-not-linked", [0, 2]).missingIn([log(), told])).toEqual([])
  })
})

type SignIn = NonNullable<NonNullable<NextAuthConfig["callbacks"]>["signIn"]>

describe("AccessDenied", () => {
  const register = (signIn: unknown) => {
    const handlers = app.handlersWith({ callbacks: { signIn: signIn as SignIn } })
    const passkey = new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true })
    return new UserAgent(handlers, passkey).register(app.newEmail())
  }

  test.each([
    ["returns false", () => false],
    ["returns nothing", () => {}],
  ])("the callback %s", async (_, signIn) => {
    const rows = await app.added(async () => {
      const told = `?error=${await register(signIn)}`
      expect(reproduces("access-denied", [0, 1]).missingIn([log(), told])).toEqual([])
    })
    expect(Object.values(rows)).toEqual([0, 0, 0, 0])
  })

  test("the callback fails, because a passkey has no profile", async () => {
    const signIn = ({ profile }: { profile: { email_verified: boolean } }) => profile.email_verified
    const told = `?error=${await register(signIn)}`
    expect(reproduces("access-denied", [0, 2]).missingIn([log(), told])).toEqual([])
    expect(log()).toContain("[auth][cause]: TypeError")
  })

  test("a URL refuses nobody", async () => {
    const rows = await app.added(async () => expect(await register(() => "/no")).toBeNull())
    expect(rows).toMatchObject({ User: 1, Session: 1 })
  })
})

describe("Invalid request", () => {
  const answer = async (browser: UserAgent, query: string) => {
    const response = await askOptions(browser, query)
    expect(response.status).toBe(400)
    return response.text()
  }

  test.each([
    ["a registration without an address", () => app.newcomer(), "action=register"],
    ["no action while signed in", () => member(), ""],
  ])("%s", async (_, browser, query) => {
    const body = await answer(await browser(), query)
    expect(reproduces("invalid-request", [0]).missingIn([body])).toEqual([])
    expect(log()).not.toContain("[auth][error]")
  })

  test("a registration with an address that has an account", async () => {
    const email = app.newEmail()
    await member(email)
    const body = await answer(app.newcomer(), `action=register&email=${email}`)
    expect(reproduces("invalid-request", [0]).missingIn([body])).toEqual([])
  })

  test("a registration that broke off before", async () => {
    const email = app.newEmail()
    await app.whileRefused("Authenticator", () => app.newcomer().register(email))
    const body = await answer(app.newcomer(), `action=register&email=${email}`)
    expect(reproduces("invalid-request", [0]).missingIn([body])).toEqual([])
  })

  test("another action", async () => {
    const body = await answer(app.newcomer(), "action=login")
    expect(reproduces("invalid-request", [1]).missingIn([body])).toEqual([])
  })
})

test("a user without an e-mail address adds a passkey", async () => {
  const email = app.newEmail()
  const person = await member(email)
  await app.execute(`UPDATE "User" SET "email" = NULL WHERE "email" = '${email}'`)
  const response = await askOptions(person, "action=register")
  expect((await response.json()).url).toContain("error=Configuration")
  expect(reproduces("user-without-email").missingIn([log()])).toEqual([])
})
