import { randomBytes } from "node:crypto"
import { describe, expect, test } from "vitest"
import type { Algorithm } from "../../support/software-authenticator"
import { describeAdapter } from "./adapter-contract"
import { openContract, stored, type Options } from "./contract-fixture"
import type { Engine } from "../engines/engine"
import { describeRefusals } from "./refusals-contract"
import type { Subject } from "../subject"
import { describeTables } from "./tables-contract"
import { UserAgent } from "../user-agent"

const none = { User: 0, Account: 0, Session: 0, Authenticator: 0 }

/**
 * What every database owes to passkeys, through real Auth.js ceremonies. Called once in a file: the
 * starter and Auth.js keep one database and one configuration a process.
 */
export function describeContract<App extends string>(
  start: () => Promise<Engine>,
  subject: Subject<App>,
) {
  const contract = openContract(start, subject)

  describe.each(subject.apps)("%s", (app: App) => {
    const passkey = (options?: Options) => contract.passkeyFor(app, options)

    /** A browser with a passkey of its own. */
    const browser = (options?: Options) => new UserAgent(contract.handlersOf(app), passkey(options))

    /** One that has registered. */
    const person = async (options?: Options) => {
      const agent = browser(options)
      const email = contract.site.newEmail()
      expect(await agent.register(email)).toBeNull()
      return { agent, email, authenticator: agent.authenticator }
    }

    /** Who a new session with this passkey belongs to: `null` when it is refused. */
    const signsIn = async (authenticator: UserAgent["authenticator"], counter?: number) => {
      const agent = new UserAgent(contract.handlersOf(app), authenticator)
      const error = await agent.signIn(counter === undefined ? {} : { counter })
      return error === null ? agent.email() : null
    }

    /** What the database has of a passkey. */
    const rowOf = async (authenticator: UserAgent["authenticator"]) => {
      const where = `WHERE "credentialID" = '${stored(authenticator)}'`
      const [row] = await contract.site.query<{
        counter: number | bigint
        credentialPublicKey: string
      }>(`SELECT "counter", "credentialPublicKey" FROM "Authenticator" ${where}`)
      return row
    }

    const counterOf = async (authenticator: UserAgent["authenticator"]) =>
      Number((await rowOf(authenticator))?.counter)

    test.each<Algorithm>(["ES256", "EdDSA", "RS256"])(
      "%s: registers, signs in",
      async (algorithm) => {
        const { authenticator, email } = await person({ algorithm })
        expect(await signsIn(authenticator)).toBe(email)
        const row = await rowOf(authenticator)
        expect(row?.credentialPublicKey).toBe(
          Buffer.from(authenticator.publicKey).toString("base64"),
        )
      },
    )

    test("a second and a tenth passkey for one user", async () => {
      const { agent, email, authenticator } = await person()
      const all = [authenticator]
      while (all.length < 10) {
        agent.authenticator = passkey()
        expect(await agent.register()).toBeNull()
        all.push(agent.authenticator)
      }
      for (const each of all) expect(await signsIn(each)).toBe(email)
      const owned = `"userId" IN (SELECT "id" FROM "User" WHERE "email" = '${email}')`
      expect(await contract.site.countOf(`"Authenticator" WHERE ${owned}`)).toBe(10)
    })

    test.each([16, 32, 64, 143, 144, 255, 512, 767, 1_022, 1_023])(
      "a credential id of %i bytes",
      async (length) => {
        const { authenticator, email } = await person({ credentialId: randomBytes(length) })
        expect(await signsIn(authenticator)).toBe(email)
      },
    )

    test.each([32, 1_023])(
      "ids of %i bytes that differ by case are two passkeys",
      async (length) => {
        const rest = randomBytes(length - 1)
        // In base64 the first letter is A, and a.
        const upper = await person({ credentialId: Buffer.concat([Buffer.from([0]), rest]) })
        const lower = browser({ credentialId: Buffer.concat([Buffer.from([26 << 2]), rest]) })
        expect(stored(upper.authenticator).toLowerCase()).toBe(
          stored(lower.authenticator).toLowerCase(),
        )
        // Nobody has this one yet.
        expect(await signsIn(lower.authenticator)).toBeNull()
        const email = contract.site.newEmail()
        expect(await lower.register(email)).toBeNull()
        expect(await lower.email()).toBe(email)
        expect(await signsIn(upper.authenticator)).toBe(upper.email)
        expect(await signsIn(lower.authenticator)).toBe(email)
      },
    )

    test("the counter goes up, and never down", async () => {
      const { authenticator, email } = await person({ counter: 5 })
      expect(await signsIn(authenticator, 6)).toBe(email)
      expect(await signsIn(authenticator, 300)).toBe(email)
      for (const counter of [300, 299, 5, 0])
        expect(await signsIn(authenticator, counter)).toBeNull()
      expect(await counterOf(authenticator)).toBe(300)
      expect(await signsIn(authenticator, 301)).toBe(email)
    })

    test.each([
      ["2³¹", 2 ** 31 - 2],
      ["2³²", 2 ** 32 - 4],
    ])("counters near %s", async (_, counter) => {
      const { authenticator, email } = await person({ counter })
      for (const step of [1, 2, 3]) {
        expect(await signsIn(authenticator, counter + step)).toBe(email)
        expect(await counterOf(authenticator)).toBe(counter + step)
      }
      expect(await signsIn(authenticator, counter + 3)).toBeNull()
      expect(await signsIn(authenticator, 1)).toBeNull()
    })

    test.each([
      [["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const],
      [["internal"] as const],
      [[] as const],
    ])("the transports %j", async (transports) => {
      const { agent } = await person({ transports: [...transports] })
      const response = await agent.request(
        "GET",
        "/api/auth/webauthn-options/passkey?action=register",
      )
      const { options } = await response.json()
      const [excluded] = options.excludeCredentials
      expect(excluded.id).toBe(agent.authenticator.credentialId.toString("base64url"))
      expect(excluded.transports ?? []).toEqual(transports)
    })

    test("a passkey that was deleted signs nobody in, and the others do", async () => {
      const { agent, email, authenticator } = await person()
      agent.authenticator = passkey()
      await agent.register()
      const id = stored(authenticator)
      await contract.site.execute(`DELETE FROM "Authenticator" WHERE "credentialID" = '${id}'`)
      await contract.site.execute(`DELETE FROM "Account" WHERE "providerAccountId" = '${id}'`)
      expect(await signsIn(authenticator)).toBeNull()
      expect(await signsIn(agent.authenticator)).toBe(email)
      const other = new UserAgent(contract.handlersOf(app), authenticator)
      const newcomer = contract.site.newEmail()
      expect(await other.register(newcomer)).toBeNull()
      expect(await signsIn(authenticator)).toBe(newcomer)
    })

    test("a user who is deleted takes everything along", async () => {
      let email = ""
      const added = await contract.site.added(async () => {
        const { agent, ...owner } = await person()
        email = owner.email
        agent.authenticator = passkey()
        await agent.register()
        await contract.site.execute(`DELETE FROM "User" WHERE "email" = '${email}'`)
        expect(await agent.email()).toBeNull()
        expect(await signsIn(agent.authenticator)).toBeNull()
      })
      expect(added).toEqual(none)
    })

    test("a credential that has an owner is refused for another user", async () => {
      const owner = await person()
      const copy = passkey({ credentialId: owner.authenticator.credentialId })
      const stranger = await person()
      stranger.agent.authenticator = copy
      const added = await contract.site.added(async () => {
        expect(await stranger.agent.register()).not.toBeNull()
      })
      expect(added).toEqual(none)
      expect(await signsIn(copy)).toBeNull()
      expect(await signsIn(owner.authenticator)).toBe(owner.email)
    })

    test("of two registrations of one name at the same moment, one is let in", async () => {
      for (let round = 0; round < 5; round++) {
        const email = contract.site.newEmail()
        const agents = [browser(), browser()]
        const begun = await Promise.all(agents.map((agent) => agent.beginRegistration(email)))
        const errors = await Promise.all(begun.map((end) => end()))
        expect(errors.filter((error) => error === null)).toHaveLength(1)
        expect(await contract.site.countOf(`"User" WHERE "email" = '${email}'`)).toBe(1)
        const owners = await Promise.all(agents.map((agent) => signsIn(agent.authenticator)))
        expect(owners.filter((owner) => owner === email)).toHaveLength(1)
      }
    })

    test("names that differ by an accent or by case are two", async () => {
      const name = contract.site.newEmail()
      for (const email of [`e${name}`, `é${name}`, `E${name}`]) {
        const agent = browser()
        expect(await agent.register(email)).toBeNull()
        expect(await agent.email()).toBe(email)
      }
    })

    test("200 sign-ins at once", async () => {
      const people = await Promise.all(Array.from({ length: 20 }, () => person()))
      const expected = Array.from({ length: 10 }, () => people).flat()
      let emails: (string | null)[] = []
      const added = await contract.site.added(async () => {
        emails = await Promise.all(expected.map(({ authenticator }) => signsIn(authenticator)))
      })
      expect(emails).toEqual(expected.map(({ email }) => email))
      expect(added).toEqual({ ...none, Session: 200 })
    })
  })

  describeRefusals(contract, subject)
  describeTables(contract)
  describeAdapter(contract)
}
