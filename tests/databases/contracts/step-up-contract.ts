import NextAuth, { type NextAuthRequest } from "next-auth"
import type { NextRequest } from "next/server"
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest"
import { accountEndpoint } from "../../../demo/recipes/step-up/passkeys/account-endpoint"
import { confirmedRegistration } from "../../../demo/recipes/step-up/passkeys/confirmed-registration"
import { stepUpTimeoutMs } from "../../../demo/recipes/step-up/passkeys/step-up-challenge"
import { stepUpEndpoint } from "../../../demo/recipes/step-up/passkeys/step-up-endpoint"
import { SoftwareAuthenticator, type Circumstances } from "../../support/software-authenticator"
import { coreConfig, type Prisma } from "../apps"
import type { Engine } from "../engines/engine"
import { origin, UserAgent } from "../user-agent"
import { openRegistrations } from "./registration-fixture"

type Site = Awaited<ReturnType<typeof openRegistrations>>

/** A reader's app, with sessions in the database or in a cookie: the lines that /step-up shows for it. */
function openApp(prisma: Prisma, strategy: "database" | "jwt") {
  const { handlers, auth } = NextAuth(
    coreConfig(
      prisma,
      strategy === "jwt"
        ? {
            session: { strategy },
            callbacks: {
              session({ session, token }) {
                session.user.id = token.sub!
                return session
              },
            },
          }
        : undefined,
    ),
  )
  const { changeEmail, deleteAccount } = accountEndpoint(prisma)
  const endpoint = (handler: (request: NextAuthRequest) => Promise<Response>) => {
    const route = auth(handler) as (request: NextRequest, context: object) => Promise<Response>
    return (request: NextRequest) => route(request, {})
  }
  return {
    handlers,
    guarded: confirmedRegistration(prisma, { handlers, auth }),
    stepUp: endpoint(stepUpEndpoint(prisma)),
    changeEmail: endpoint(changeEmail),
    deleteAccount: endpoint(deleteAccount),
  }
}

type App = ReturnType<typeof openApp>

/** A person with a browser, and a passkey in it. */
class Person extends UserAgent {
  constructor(
    private readonly app: App,
    authenticator = new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true }),
    handlers = app.handlers,
  ) {
    super(handlers, authenticator)
  }

  /** Asks for options, and signs their challenge. */
  async confirm(deed: string, deviations?: Partial<Circumstances>, passkey = this.authenticator) {
    const response = await this.send(this.app.stepUp, "POST", { deed })
    expect(response.status).toBe(200)
    return passkey.get((await response.json()).challenge, deviations)
  }

  changeEmail = (email: string, confirmation?: unknown) =>
    this.send(this.app.changeEmail, "PATCH", { email, confirmation })

  deleteAccount = (confirmation?: unknown) =>
    this.send(this.app.deleteAccount, "DELETE", { confirmation })
}

/** What /step-up says of a confirmation: whose it is, for what, how long, and that it's accepted once. */
export function describeStepUp(startEngine: () => Promise<Engine>) {
  let site: Site
  beforeAll(async () => {
    site = await openRegistrations(await startEngine())
  })
  afterEach(() => void vi.useRealTimers())
  afterAll(() => site.close())

  describe.each(["database", "jwt"] as const)("with %s sessions", (strategy) => {
    let app: App
    beforeAll(() => {
      app = openApp(site.prisma, strategy)
    })

    /** Somebody who has just created an account. */
    async function signedUp(passkey?: SoftwareAuthenticator) {
      const person = new Person(app, passkey)
      expect(await person.register(site.newEmail())).toBeNull()
      return person
    }

    /** What was asked for has not happened. */
    async function expectRefused(person: Person, response: Response) {
      expect(response.status).toBe(403)
      expect((await response.json()).error).toContain("that it's you")
      expect(await site.countOf(`"Authenticator" WHERE "credentialID" = '${idOf(person)}'`)).toBe(1)
    }
    const idOf = ({ authenticator }: Person) => authenticator.credentialId.toString("base64")

    test("a confirmed change is made", async () => {
      const person = await signedUp()
      const email = site.newEmail()
      const response = await person.changeEmail(
        email,
        await person.confirm(`change-email:${email}`),
      )
      expect(response.status).toBe(204)
      expect(await site.countOf(`"User" WHERE "email" = '${email}'`)).toBe(1)
    })

    test("an address that somebody has is refused", async () => {
      const [person, other] = [await signedUp(), await signedUp()]
      const email = (await other.email()) ?? ""
      const response = await person.changeEmail(
        email,
        await person.confirm(`change-email:${email}`),
      )
      expect(response.status).toBe(409)
    })

    test("a confirmed deletion deletes the account", async () => {
      const person = await signedUp()
      const response = await person.deleteAccount(await person.confirm("delete-account"))
      expect(response.status).toBe(204)
      const from = `"Authenticator" WHERE "credentialID" = '${idOf(person)}'`
      expect(await site.countOf(from)).toBe(0)
      // A JWT session outlives the account. It confirms nothing.
      const again = await person.send(app.stepUp, "POST", { deed: "delete-account" })
      expect(again.status).toBe(401)
    })

    test("the options name this person's passkeys only, and require user verification", async () => {
      const person = await signedUp()
      await signedUp()
      const response = await person.send(app.stepUp, "POST", { deed: "delete-account" })
      expect(await response.json()).toMatchObject({
        rpId: "localhost",
        userVerification: "required",
        allowCredentials: [
          {
            type: "public-key",
            id: person.authenticator.credentialId.toString("base64url"),
            transports: ["internal"],
          },
        ],
      })
      const [cookie] = response.headers.getSetCookie()
      expect(cookie).toMatch(/^step-up=.*HttpOnly; SameSite=Strict$/)
    })

    test("a sign-in that goes on beside it ends well", async () => {
      const person = await signedUp()
      const finish = await person.beginRegistration()
      await person.confirm("delete-account")
      person.authenticator = new SoftwareAuthenticator(origin)
      expect(await finish()).toBeNull()
    })

    test("what a confirmation leaves in the database is deleted once it has expired", async () => {
      await site.execute('DELETE FROM "UsedChallenge"')
      const person = await signedUp()
      const change = async () => {
        const email = site.newEmail()
        return person.changeEmail(email, await person.confirm(`change-email:${email}`))
      }
      expect((await change()).status).toBe(204)
      const before = await site.countOf('"UsedChallenge"')
      expect(before).toBeGreaterThan(0)
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + stepUpTimeoutMs })
      expect((await change()).status).toBe(204)
      expect(await site.countOf('"UsedChallenge"')).toBe(1)
    })

    test("two tabs of a browser confirm one after the other", async () => {
      const person = await signedUp()
      const [first, second] = [site.newEmail(), site.newEmail()]
      const inFirst = await person.confirm(`change-email:${first}`)
      const inSecond = await person.confirm(`change-email:${second}`)
      expect((await person.changeEmail(first, inFirst)).status).toBe(204)
      expect((await person.changeEmail(second, inSecond)).status).toBe(204)
    })

    describe("a passkey that somebody with a stolen session adds", () => {
      /** Adds a passkey to the account with only its session, and deletes the account with it. */
      async function attack(handlers: App["handlers"]) {
        const victim = await signedUp()
        const thief = new Person(app, undefined, handlers)
        thief.takeSessionOf(victim)
        const error = await thief.register()
        const options = await thief.send(app.stepUp, "POST", { deed: "delete-account" })
        const { challenge } = await options.json()
        const response = await thief.deleteAccount(thief.authenticator.get(challenge))
        return { error, victim, status: response.status }
      }

      test("confirms, with the handlers of Auth.js", async () => {
        expect(await attack(app.handlers)).toMatchObject({ error: null, status: 204 })
      })

      test("isn't added, once adding must be confirmed", async () => {
        const { victim, error, status } = await attack(app.guarded)
        expect(error).toContain("Confirm with a passkey")
        expect(status).toBe(403)
        expect(await site.countOf(`"Authenticator" WHERE "credentialID" = '${idOf(victim)}'`)).toBe(
          1,
        )
      })

      test("isn't added by a request in another form either", async () => {
        const victim = await signedUp()
        const thief = new Person(app, undefined, app.guarded)
        thief.takeSessionOf(victim)
        const response = await thief.request(
          "GET",
          "/api/auth/webauthn-options/passkey?action=register",
        )
        const { options } = await response.json()
        const data = JSON.stringify(thief.authenticator.create(options.challenge))
        const twice = new URLSearchParams([
          ["action", "authenticate"],
          ["action", "register"],
          ["data", data],
        ])
        const path = "/api/auth/callback/passkey"
        expect((await thief.request("POST", path, twice)).status).toBe(403)
        const json = await thief.send(
          app.guarded.POST,
          "POST",
          { action: "register", data },
          origin,
          path,
        )
        expect(json.status).toBe(403)
      })
    })

    test("who has a passkey adds another after a confirmation, once", async () => {
      const person = new Person(app, undefined, app.guarded)
      // Nobody is signed in yet, so there is nothing to confirm.
      expect(await person.register(site.newEmail())).toBeNull()
      const confirmation = JSON.stringify(await person.confirm("add-passkey"))
      person.authenticator = new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true })
      expect(await person.register(undefined, undefined, { confirmation })).toBeNull()
      person.authenticator = new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true })
      expect(await person.register(undefined, undefined, { confirmation })).toContain(
        "confirm that it's you",
      )
      expect(await person.email()).not.toBeNull()
    })

    describe("is refused", () => {
      test("without a confirmation", async () => {
        const person = await signedUp()
        await expectRefused(person, await person.deleteAccount())
        await person.confirm("delete-account")
        for (const nothing of [undefined, null, "", {}, { id: "AA", response: {} }, []])
          await expectRefused(person, await person.deleteAccount(nothing))
      })

      test("with one of another session of the same person", async () => {
        const person = await signedUp()
        const thief = new Person(app, person.authenticator)
        thief.takeSessionOf(person)
        const confirmation = await person.confirm("delete-account")
        await expectRefused(person, await thief.deleteAccount(confirmation))
        // Also when the other session has a cookie of its own.
        await thief.confirm("delete-account")
        await expectRefused(person, await thief.deleteAccount(confirmation))
      })

      test("with one of another person in the same browser", async () => {
        const [person, other] = [await signedUp(), await signedUp()]
        const confirmation = await person.confirm("delete-account")
        person.takeSessionOf(other)
        await expectRefused(other, await person.deleteAccount(confirmation))
      })

      test("with one for something else", async () => {
        const person = await signedUp()
        const confirmation = await person.confirm("change-email:a@passkeys.example")
        await expectRefused(person, await person.changeEmail("b@passkeys.example", confirmation))
        await expectRefused(person, await person.deleteAccount(confirmation))
      })

      test("with one that has been used", async () => {
        const person = await signedUp()
        const email = site.newEmail()
        const confirmation = await person.confirm(`change-email:${email}`)
        expect((await person.changeEmail(email, confirmation)).status).toBe(204)
        await expectRefused(person, await person.changeEmail(email, confirmation))
      })

      test("with one that is used eight times at once, except once", async () => {
        const person = await signedUp()
        const email = site.newEmail()
        const confirmation = await person.confirm(`change-email:${email}`)
        const responses = await Promise.all(
          Array.from({ length: 8 }, () => person.changeEmail(email, confirmation)),
        )
        const statuses = responses.map(({ status }) => status).sort()
        expect(statuses).toEqual([204, ...Array<number>(7).fill(403)])
      })

      test("with one that has expired", async () => {
        const person = await signedUp()
        const confirmation = await person.confirm("delete-account")
        const now = Date.now()
        vi.useFakeTimers({ toFake: ["Date"], now: now + stepUpTimeoutMs })
        await expectRefused(person, await person.deleteAccount(confirmation))
        vi.setSystemTime(now + stepUpTimeoutMs - 10_000)
        expect((await person.deleteAccount(confirmation)).status).toBe(204)
      })

      test("with another person's passkey", async () => {
        const [person, other] = [await signedUp(), await signedUp()]
        const confirmation = await person.confirm("delete-account", {}, other.authenticator)
        await expectRefused(person, await person.deleteAccount(confirmation))
      })

      test("without user verification, and from another origin or RP ID", async () => {
        const person = await signedUp()
        for (const deviation of [
          { userVerified: false },
          { origin: "https://evil.example" },
          { rpId: "evil.example" },
        ]) {
          const confirmation = await person.confirm("delete-account", deviation)
          await expectRefused(person, await person.deleteAccount(confirmation))
        }
      })

      test("with a signature of another key", async () => {
        const person = await signedUp()
        const forger = new SoftwareAuthenticator(origin, {
          credentialId: person.authenticator.credentialId,
        })
        const confirmation = await person.confirm("delete-account", {}, forger)
        await expectRefused(person, await person.deleteAccount(confirmation))
      })

      test("with a counter that isn't higher", async () => {
        const person = await signedUp(
          new SoftwareAuthenticator(origin, { counter: 5, avoidsLeadingZeros: true }),
        )
        const email = site.newEmail()
        const confirm = (counter: number) => person.confirm(`change-email:${email}`, { counter })
        await expectRefused(person, await person.changeEmail(email, await confirm(5)))
        expect((await person.changeEmail(email, await confirm(6))).status).toBe(204)
        const row = `"Authenticator" WHERE "credentialID" = '${idOf(person)}' AND "counter" = 6`
        expect(await site.countOf(row)).toBe(1)
        // Two confirmations by two copies of one authenticator.
        const copies = [await confirm(7), await confirm(7)]
        const responses = await Promise.all(copies.map((copy) => person.changeEmail(email, copy)))
        expect(responses.map(({ status }) => status).sort()).toEqual([204, 403])
      })

      test("from another site, and when nobody is signed in", async () => {
        const person = await signedUp()
        const confirmation = await person.confirm("delete-account")
        const foreign = await person.send(
          app.deleteAccount,
          "DELETE",
          { confirmation },
          "https://evil.example",
        )
        expect(foreign.status).toBe(403)
        person.dropCookie("authjs.session-token")
        expect((await person.deleteAccount(confirmation)).status).toBe(401)
        const options = await person.send(app.stepUp, "POST", { deed: "delete-account" })
        expect(options.status).toBe(401)
      })
    })
  })
}
