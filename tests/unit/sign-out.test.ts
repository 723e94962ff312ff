import NextAuth, { type NextAuthConfig } from "next-auth"
import { beforeEach, expect, test } from "vitest"
import { UserAgent } from "../databases/user-agent"
import { stockConfig, stubEnvironment } from "../errors/stock-app"

beforeEach(() => stubEnvironment())

type Strategy = NonNullable<NonNullable<NextAuthConfig["session"]>["strategy"]>

/** Somebody who has registered, and another browser with a copy of their session cookie. */
async function signedIn(strategy: Strategy) {
  const { handlers } = NextAuth(stockConfig({ session: { strategy } }))
  const [browser, copy] = [new UserAgent(handlers), new UserAgent(handlers)]
  expect(await browser.register("a@passkeys.example")).toBeNull()
  copy.takeSessionOf(browser)
  return { browser, copy }
}

async function signOut(browser: UserAgent) {
  const { csrfToken } = await (await browser.request("GET", "/api/auth/csrf")).json()
  await browser.request("POST", "/api/auth/signout", new URLSearchParams({ csrfToken }))
}

test.each(["database", "jwt"] as const)("the passkey signs in again: %s", async (strategy) => {
  const { browser } = await signedIn(strategy)
  await signOut(browser)
  expect(await browser.email()).toBeNull()
  expect(await browser.signIn()).toBeNull()
  expect(await browser.email()).toBe("a@passkeys.example")
})

test("a copied cookie works on with JWT sessions only", async () => {
  const emails = { database: null, jwt: "a@passkeys.example" }
  for (const strategy of ["database", "jwt"] as const) {
    const { browser, copy } = await signedIn(strategy)
    await signOut(browser)
    expect(await copy.email()).toBe(emails[strategy])
  }
})

test("a link to /api/auth/signout, or a form without the token, signs nobody out", async () => {
  const { browser } = await signedIn("database")
  const page = await browser.request("GET", "/api/auth/signout")
  expect(await page.text()).toContain("Are you sure you want to sign out?")
  await browser.request("POST", "/api/auth/signout", new URLSearchParams())
  expect(await browser.email()).toBe("a@passkeys.example")
})
