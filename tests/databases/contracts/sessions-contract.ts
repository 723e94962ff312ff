import { describe, expect, test } from "vitest"
import { SoftwareAuthenticator } from "../../support/software-authenticator"
import { handlersWith } from "../apps"
import type { Site } from "../subject"
import { origin, sendCopy, UserAgent } from "../user-agent"

/** What becomes of sessions when a passkey is removed, and what a ceremony's cookie is good for. */
export function describeSessions(open: () => Site) {
  const readable = () => new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true })

  describe.each(["database", "jwt"] as const)("%s sessions", (strategy) => {
    const handlers = () => handlersWith([], open().prisma, { session: { strategy } })

    test("outlive the passkey that they began with", async () => {
      const email = open().newEmail()
      const agent = new UserAgent(handlers(), readable())
      expect(await agent.register(email)).toBeNull()
      const thief = new UserAgent(handlers(), agent.authenticator)
      expect(await thief.signIn()).toBeNull()
      const { prisma } = open()
      const ofUser = { user: { email } }
      await prisma.authenticator.deleteMany({ where: ofUser })
      await prisma.account.deleteMany({ where: ofUser })
      expect(await thief.email()).toBe(email)
      await prisma.session.deleteMany({ where: ofUser })
      expect(await thief.email()).toBe(strategy === "database" ? null : email)
    })
  })

  test("the challenge's cookie is for this site's own requests, and not for scripts", async () => {
    const agent = new UserAgent(handlersWith([], open().prisma))
    const response = await agent.request("GET", "/api/auth/webauthn-options/passkey")
    const cookie = response.headers.getSetCookie().find((line) => /^authjs\.challenge=/.test(line))
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=Lax/i)
    expect(cookie).toMatch(/; Max-Age=900/i)
  })

  test("a response without the cookie is refused, and needs no CSRF token with it", async () => {
    const handlers = handlersWith([], open().prisma)
    const agent = new UserAgent(handlers, readable())
    expect(await agent.register(open().newEmail())).toBeNull()
    const { cookie, body } = await agent.capture("authenticate")
    expect(new URLSearchParams(body).has("csrfToken")).toBe(false)
    expect(await sendCopy(handlers, { cookie: "", body })).toEqual({
      error: "Configuration",
      hasSession: false,
    })
    expect(await sendCopy(handlers, { cookie, body })).toEqual({ error: null, hasSession: true })
  })
}
