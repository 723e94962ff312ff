import { describe, expect, test } from "vitest"
import { stored, type openContract } from "./contract-fixture"
import type { Subject } from "../subject"
import { UserAgent } from "../user-agent"

const none = { User: 0, Account: 0, Session: 0, Authenticator: 0 }
const added = { ...none, Account: 1, Authenticator: 1 }
const whole = { User: 1, Account: 1, Session: 1, Authenticator: 1 }

/** What extras refuse on every database, and Auth.js with a plain adapter accepts. */
export function describeRefusals<App extends string>(
  contract: ReturnType<typeof openContract<App>>,
  subject: Subject<App>,
) {
  describe.each(subject.apps)("%s", (app: App) => {
    const countsOnce = subject.acceptsCountersOnce.includes(app)
    const refuses = subject.bindsRegistrations.includes(app)
    const passkey = () => contract.passkeyFor(app)
    const browser = () => new UserAgent(contract.handlersOf(app), passkey())

    /** One that has registered. */
    const person = async () => {
      const agent = browser()
      const email = contract.site.newEmail()
      expect(await agent.register(email)).toBeNull()
      return { agent, email }
    }

    /** What a registration writes that is begun in one session, and ended in another. */
    const outcomeOf = async (end: () => Promise<string | null>) => {
      let error: string | null = null
      const rows = await contract.site.added(async () => (error = await end()))
      return { error, rows }
    }
    const refused = { error: "Configuration", rows: none }

    test(`of 40 answers with one counter at once, ${countsOnce ? "one is" : "many are"} accepted`, async () => {
      const { agent } = await person()
      const agents = Array.from({ length: 40 }, () => browser())
      for (const each of agents) each.authenticator = agent.authenticator
      const errors = await Promise.all(agents.map((each) => each.signIn({ counter: 1 })))
      const accepted = errors.filter((error) => error === null).length
      if (countsOnce) expect(accepted).toBe(1)
      else expect(accepted).toBeGreaterThan(1)
      expect(await agent.signIn({ counter: 2 })).toBeNull()
    })

    test("a registration begun as one user and ended as another", async () => {
      const { agent } = await person()
      const other = await person()
      agent.authenticator = passkey()
      const end = await agent.beginRegistration()
      agent.takeSessionOf(other.agent)
      expect(await outcomeOf(end)).toEqual(refuses ? refused : { error: null, rows: added })
    })

    test("a registration begun signed out and ended as a user", async () => {
      const agent = browser()
      const end = await agent.beginRegistration(contract.site.newEmail())
      agent.takeSessionOf((await person()).agent)
      expect(await outcomeOf(end)).toEqual(refuses ? refused : { error: null, rows: added })
    })

    test("a registration that ends after its user was deleted", async () => {
      const { agent, email } = await person()
      agent.authenticator = passkey()
      const end = await agent.beginRegistration()
      await contract.site.execute(`DELETE FROM "User" WHERE "email" = '${email}'`)
      expect(await outcomeOf(end)).toEqual(refuses ? refused : { error: null, rows: whole })
      expect(await agent.email()).toBe(refuses ? null : email)
    })

    test("a registration of a credential id whose account was left behind", async () => {
      const { agent, email } = await person()
      const id = stored(agent.authenticator)
      await contract.site.execute(`DELETE FROM "Authenticator" WHERE "credentialID" = '${id}'`)
      const stranger = browser()
      const { credentialId } = agent.authenticator
      stranger.authenticator = contract.passkeyFor(app, { credentialId })
      const outcome = await outcomeOf(() => stranger.register(contract.site.newEmail()))
      const accepted = { error: null, rows: { ...none, Session: 1, Authenticator: 1 } }
      expect(outcome).toEqual(refuses ? refused : accepted)
      expect(await stranger.email()).toBe(refuses ? null : email)
    })

    test("a registration begun as a user and ended signed out is refused", async () => {
      const { agent } = await person()
      agent.authenticator = passkey()
      const end = await agent.beginRegistration()
      agent.takeSessionOf(browser())
      const { error, rows } = await outcomeOf(end)
      expect(error).toBe("AccountNotLinked")
      expect(rows).toEqual(none)
    })

    test("a registration that ends in another session of the same user is accepted", async () => {
      const { agent } = await person()
      const later = browser()
      later.authenticator = agent.authenticator
      expect(await later.signIn()).toBeNull()
      agent.authenticator = passkey()
      const end = await agent.beginRegistration()
      agent.takeSessionOf(later)
      expect(await outcomeOf(end)).toEqual({ error: null, rows: added })
    })
  })
}
