import { randomBytes } from "node:crypto"
import { describe, expect, test } from "vitest"
import { maxPasskeys, maxSessions } from "../../demo/live/server/limits/account-size"
import type { RowsAnswer } from "../../demo/live/rows/rows"
import { rowsOf } from "../support/database-rows"
import { SoftwareAuthenticator } from "../support/software-authenticator"
import { succeeded, Visitor, type VisitorResponse } from "../support/visitor"
import { origin, type LimitedSite } from "./limited-site"

/** How many rows of a table belong to an account. */
async function countOf(url: string, table: string, name: string): Promise<number> {
  const owner = `(SELECT "id" FROM "User" WHERE "email" = '${name}@passkeys.example')`
  const [row] = await rowsOf(url, `SELECT COUNT(*) FROM "${table}" WHERE "userId" = ${owner}`)
  return Number(row?.[0])
}

/** How much one account may have. Each test has an account of its own, so they run at once. */
export function describeAccountLimits(on: LimitedSite) {
  describe.concurrent("one account", () => {
    test("an account has at most ten passkeys", async () => {
      const visitor = new Visitor(origin, "192.0.2.1")
      await visitor.register(on.site.origin, "ten-passkeys")
      for (let i = 1; i < maxPasskeys; i++)
        expect(succeeded(await visitor.register(on.site.origin))).toBe(true)
      const answer = await visitor.register(on.site.origin)
      expect(answer.status).toBe(409)
      expect(answer.body.error).toBe("A demo account can have at most 10 passkeys.")
    })

    test("an account has at most ten passkeys, also when the last come at once", async () => {
      const visitor = new Visitor(origin, "198.51.100.3")
      await visitor.register(on.site.origin, "ten-at-once")
      for (let i = 1; i < maxPasskeys - 1; i++)
        expect(succeeded(await visitor.register(on.site.origin))).toBe(true)
      const twins = [4, 5, 6, 7].map((last) => visitor.twin(`198.51.100.${last}`))
      const path = "/api/auth/webauthn-options/passkey?action=register"
      const options = await Promise.all(twins.map((twin) => twin.ask(on.site.origin, path)))
      const answers = await Promise.all(
        twins.map((twin, index) =>
          twin.finishRegistration(on.site.origin, options[index] as VisitorResponse),
        ),
      )
      const made = answers.filter(succeeded).length
      expect(made).toBeLessThanOrEqual(1)
      const others = answers.filter((answer) => !succeeded(answer))
      expect(others.map(({ status }) => status)).toEqual(others.map(() => 409))
      const { rows } = (await visitor.ask(on.site.origin, "/api/demo/rows"))
        .body as unknown as RowsAnswer
      expect(rows?.Authenticator).toHaveLength(maxPasskeys - 1 + made)
      expect(rows?.Account).toHaveLength(maxPasskeys - 1 + made)
    })

    test.each([
      [
        "in parts",
        (visitor: Visitor, token: string) => {
          visitor.dropCookie("authjs.session-token")
          visitor.setCookie("authjs.session-token.1", token.slice(9))
          visitor.setCookie("authjs.session-token.0", token.slice(0, 9))
        },
      ],
      [
        "beside junk",
        (visitor: Visitor) => visitor.setCookie("__Secure-authjs.session-token", "junk"),
      ],
    ])("the limit of ten passkeys holds with a session cookie %s", async (how, change) => {
      const visitor = new Visitor(origin, "198.51.100.8")
      await visitor.register(on.site.origin, `cookie-${how.replace(" ", "-")}`)
      const token = String(visitor.cookie("authjs.session-token"))
      const statuses: number[] = []
      for (let i = 1; i < maxPasskeys + 2; i++) {
        change(visitor, token)
        statuses.push((await visitor.register(on.site.origin)).status)
      }
      expect(statuses).toEqual([...Array<number>(maxPasskeys - 1).fill(200), 409, 409])
    })

    test.each([
      ["another id than it made", () => ({ id: "AAAA", rawId: "AAAA" })],
      ["a URL that says error= to return to", () => ({})],
    ])("ten passkeys, also when what comes at once posts %s", async (how, posted) => {
      const visitor = new Visitor(origin, "198.51.100.9")
      const name = `at-once-${how.split(" ")[1]?.toLowerCase()}`
      await visitor.register(on.site.origin, name)
      for (let i = 1; i < maxPasskeys - 1; i++) await visitor.register(on.site.origin)
      if (how.includes("URL")) visitor.setCookie("authjs.callback-url", `${origin}/?error=x`)
      const twins = Array.from({ length: 8 }, () => visitor.twin())
      const path = "/api/auth/webauthn-options/passkey?action=register"
      const options = await Promise.all(twins.map((twin) => twin.ask(on.site.origin, path)))
      await Promise.all(
        twins.map((twin, index) =>
          twin.finishRegistration(on.site.origin, options[index] as VisitorResponse, posted()),
        ),
      )
      for (const table of ["Authenticator", "Account"])
        expect(await countOf(on.url, table, name)).toBeLessThanOrEqual(maxPasskeys)
    })

    test("passkeys with ids of 1,000 bytes count too, when they come at once", async () => {
      const visitor = new Visitor(origin, "198.51.100.10")
      await visitor.register(on.site.origin, "long-ids")
      for (let i = 1; i < maxPasskeys - 1; i++) await visitor.register(on.site.origin)
      const twins = Array.from({ length: 8 }, () => visitor.twin())
      const path = "/api/auth/webauthn-options/passkey?action=register"
      const options = await Promise.all(twins.map((twin) => twin.ask(on.site.origin, path)))
      await Promise.all(
        twins.map((twin, index) => {
          const { challenge } = options[index]?.body.options as unknown as { challenge: string }
          const credentialId = randomBytes(1_000)
          const authenticator = new SoftwareAuthenticator(origin, { credentialId })
          return twin.post(on.site.origin, "register", authenticator.create(challenge))
        }),
      )
      for (const table of ["Authenticator", "Account"])
        expect(await countOf(on.url, table, "long-ids")).toBeLessThanOrEqual(maxPasskeys)
    })

    test("an account keeps its newest sessions", async () => {
      const visitor = new Visitor(origin, "198.51.100.11")
      await visitor.register(on.site.origin, "many-sessions")
      const first = visitor.twin()
      for (let i = 0; i < maxSessions + 15; i++) {
        visitor.dropCookie("authjs.session-token")
        // As from another browser each time: one browser may make 60 requests a minute.
        visitor.dropCookie("demo.returning")
        expect(succeeded(await visitor.signIn(on.site.origin))).toBe(true)
      }
      // Every tenth sign-in looks.
      expect(await countOf(on.url, "Session", "many-sessions")).toBeLessThan(maxSessions + 10)
      const { body } = await visitor.ask(on.site.origin, "/api/demo/rows")
      const { rows, currentSession } = body as unknown as RowsAnswer
      expect(rows?.Session).toHaveLength(maxSessions)
      // The newest is this one; the oldest has ended.
      expect(currentSession).toBe(maxSessions - 1)
      const answer = (await first.ask(on.site.origin, "/api/demo/rows"))
        .body as unknown as RowsAnswer
      expect(answer.rows).toBeNull()
    })
  })
}
