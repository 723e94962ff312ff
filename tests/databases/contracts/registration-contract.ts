import { randomBytes } from "node:crypto"
import NextAuth from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { bindRegistration } from "../../../demo/starter/passkeys/bind-registration"
import { simpleWebAuthn } from "../../../demo/starter/passkeys/simple-webauthn"
import { transactionalRegistration } from "../../../demo/starter/passkeys/transactional-registration"
import { SoftwareAuthenticator } from "../../support/software-authenticator"
import { emailProvider } from "../email-provider"
import type { Engine } from "../engines/engine"
import { openRegistrations, registerUntilKilled } from "./registration-fixture"
import { stockHandlers } from "../stock"
import { origin, UserAgent } from "../user-agent"

const none = { User: 0, Account: 0, Session: 0, Authenticator: 0 }
const whole = { User: 1, Account: 1, Session: 1, Authenticator: 1 }

/** Authenticators whose registrations WebAuthn L3 §7.1 does not allow. */
const tooMuch = [
  {
    name: "an id that is not the attested one",
    answer: () => {
      const authenticator = new SoftwareAuthenticator(origin)
      const create = authenticator.create.bind(authenticator)
      const id = randomBytes(32).toString("base64url")
      authenticator.create = (challenge) => ({ ...create(challenge), id, rawId: id })
      return authenticator
    },
  },
  {
    name: "a point that is not on its curve",
    answer: () => {
      const { publicKey } = new SoftwareAuthenticator(origin)
      publicKey[publicKey.length - 1]! ^= 1
      return new SoftwareAuthenticator(origin, { publicKey })
    },
  },
  {
    name: "a registration in a frame of another origin",
    answer: () => new SoftwareAuthenticator(origin, { crossOrigin: true }),
  },
]

/**
 * What a registration owes to every database: it is whole or not at all. Called once in a file: the
 * starter and Auth.js keep one database and one configuration a process.
 */
export function describeRegistrations(start: () => Promise<Engine>) {
  let site: Awaited<ReturnType<typeof openRegistrations>>
  beforeAll(async () => (site = await openRegistrations(await start())) && undefined)
  afterAll(() => site.close())

  const withJwtSessions = () =>
    NextAuth((request) =>
      bindRegistration({
        adapter: transactionalRegistration(site.prisma, request),
        providers: [Passkey({ simpleWebAuthn })],
        session: { strategy: "jwt" },
        experimental: { enableWebAuthn: true },
      }),
    ).handlers

  describe.each([
    { name: "starter", handlers: () => site.handlers, written: whole },
    { name: "JWT sessions", handlers: withJwtSessions, written: { ...whole, Session: 0 } },
  ])("$name", ({ handlers, written }) => {
    test("registers, and signs in", async () => {
      const email = site.newEmail()
      const agent = new UserAgent(handlers())
      expect(await site.added(() => agent.register(email))).toEqual(written)
      expect(await agent.email()).toBe(email)
      const later = new UserAgent(handlers(), agent.authenticator)
      expect(await site.added(() => later.signIn())).toEqual({ ...none, Session: written.Session })
      expect(await later.email()).toBe(email)
    })

    const tables = (["User", "Account", "Session", "Authenticator"] as const).filter(
      (table) => written[table] > 0,
    )
    test.each(tables)("an exception at the %s leaves nothing", async (table) => {
      const email = site.newEmail()
      const agent = new UserAgent(handlers())
      const register = async () => expect(await agent.register(email)).toBe("Configuration")
      expect(await site.added(() => site.whileRefused(table, register))).toEqual(none)
      expect(await agent.email()).toBeNull()
      expect(await site.added(() => agent.register(email))).toEqual(written)
      expect(await agent.email()).toBe(email)
    })

    test.each(["Account", "Authenticator"] as const)(
      "an exception at the %s of an added passkey leaves nothing",
      async (table) => {
        const agent = new UserAgent(handlers())
        await agent.register(site.newEmail())
        agent.authenticator = new SoftwareAuthenticator(origin)
        const add = async () => expect(await agent.register()).toBe("Configuration")
        expect(await site.added(() => site.whileRefused(table, add))).toEqual(none)
        const added = await site.added(() => agent.register())
        expect(added).toEqual({ ...none, Account: 1, Authenticator: 1 })
        expect(await new UserAgent(handlers(), agent.authenticator).signIn()).toBeNull()
      },
    )

    test("a user who was deleted is not made again by an added passkey", async () => {
      const email = site.newEmail()
      const agent = new UserAgent(handlers())
      await agent.register(email)
      agent.authenticator = new SoftwareAuthenticator(origin)
      const end = await agent.beginRegistration()
      await site.prisma.user.delete({ where: { email } })
      const add = async () => expect(await end()).toBe("Configuration")
      expect(await site.added(add)).toEqual(none)
    })
  })

  test("a signIn callback still decides", async () => {
    const asked: (string | null | undefined)[] = []
    const allowed = new Set<string>()
    const { handlers } = NextAuth((request) =>
      bindRegistration({
        adapter: transactionalRegistration(site.prisma, request),
        providers: [Passkey({ simpleWebAuthn })],
        experimental: { enableWebAuthn: true },
        callbacks: {
          signIn({ user }) {
            asked.push(user.email)
            return allowed.has(user.email ?? "")
          },
        },
      }),
    )
    const email = site.newEmail()
    const agent = new UserAgent(handlers)
    const refused = async () => expect(await agent.register(email)).toBe("AccessDenied")
    expect(await site.added(refused)).toEqual(none)
    allowed.add(email)
    expect(await agent.register(email)).toBeNull()
    expect(await agent.email()).toBe(email)
    allowed.delete(email)
    expect(await new UserAgent(handlers, agent.authenticator).signIn()).toBe("AccessDenied")
    expect(asked).toEqual([email, email, email])
  })

  test.each(["User", "Account", "Session", "Authenticator", "commit"])(
    "a process killed at the %s leaves nothing",
    async (step) => {
      const email = site.newEmail()
      const killed = () => registerUntilKilled("starter", step, email)
      expect(await site.added(killed)).toEqual(none)
      const agent = new UserAgent(site.handlers)
      expect(await site.added(() => agent.register(email))).toEqual(whole)
    },
  )

  test("of two registrations of one name at once, one is whole and one leaves nothing", async () => {
    for (let round = 0; round < 10; round++) {
      const email = site.newEmail()
      const agents = [new UserAgent(site.handlers), new UserAgent(site.handlers)]
      const begun = await Promise.all(agents.map((agent) => agent.beginRegistration(email)))
      let errors: (string | null)[] = []
      const added = await site.added(async () => {
        errors = await Promise.all(begun.map((end) => end()))
      })
      expect(added).toEqual(whole)
      expect(errors.filter((error) => error === null)).toHaveLength(1)
    }
  })

  test("forty registrations at once are all whole", async () => {
    const agents = Array.from({ length: 40 }, () => new UserAgent(site.handlers))
    const register = (agent: UserAgent) => agent.register(site.newEmail())
    const added = await site.added(() => Promise.all(agents.map(register)))
    expect(added).toEqual({ User: 40, Account: 40, Session: 40, Authenticator: 40 })
  })

  test("a credential id is not registered twice, nor after it was deleted by half", async () => {
    const email = site.newEmail()
    const agent = new UserAgent(site.handlers)
    await agent.register(email)
    const { credentialId } = agent.authenticator
    const copy = new SoftwareAuthenticator(origin, { credentialId })
    const stranger = new UserAgent(site.handlers, copy)
    expect(await site.added(() => stranger.register(site.newEmail()))).toEqual(none)
    await site.prisma.authenticator.deleteMany({ where: { user: { email } } })
    expect(await site.added(() => stranger.register(site.newEmail()))).toEqual(none)
    expect(await stranger.email()).toBeNull()
  })

  test.each([
    { origin: "http://localhost:4000" },
    { rpId: "passkeys.example" },
    { userVerified: false },
  ])("%j is a WebAuthnVerificationError", async (deviation) => {
    const agent = new UserAgent(site.handlers)
    await agent.register(site.newEmail())
    const signingIn = new UserAgent(site.handlers, agent.authenticator)
    expect(await signingIn.signIn(deviation)).toBe("WebAuthnVerificationError")
    const authenticator = new SoftwareAuthenticator(origin, deviation)
    const registering = new UserAgent(site.handlers, authenticator)
    expect(await registering.register(site.newEmail())).toBe("WebAuthnVerificationError")
  })

  test("a counter is written when it has moved, and holds", async () => {
    const authenticator = new SoftwareAuthenticator(origin, { counter: 5 })
    const agent = new UserAgent(site.handlers, authenticator)
    await agent.register(site.newEmail())
    const later = () => new UserAgent(site.handlers, authenticator)
    expect(await later().signIn({ counter: 7 })).toBeNull()
    const credentialID = authenticator.credentialId.toString("base64")
    const stored = await site.prisma.authenticator.findUnique({ where: { credentialID } })
    expect(stored?.counter).toBe(7n)
    expect(await later().signIn({ counter: 7 })).toBe("WebAuthnVerificationError")
    expect(await later().signIn({ counter: 8 })).toBeNull()
  })

  test("a passkey whose account was deleted signs nobody in", async () => {
    const email = site.newEmail()
    const agent = new UserAgent(site.handlers)
    await agent.register(email)
    await site.prisma.account.deleteMany({ where: { user: { email } } })
    const later = new UserAgent(site.handlers, agent.authenticator)
    expect(await site.added(() => later.signIn())).toEqual(none)
    expect(await later.signIn()).toBe("Configuration")
  })

  test("another provider's users are written at once", async () => {
    const links: string[] = []
    const { handlers } = NextAuth((request) =>
      bindRegistration({
        adapter: transactionalRegistration(site.prisma, request),
        providers: [Passkey({ simpleWebAuthn }), emailProvider((link) => links.push(link))],
        experimental: { enableWebAuthn: true },
      }),
    )
    const email = site.newEmail()
    const agent = new UserAgent(handlers)
    const { csrfToken } = await (await agent.request("GET", "/api/auth/csrf")).json()
    const form = new URLSearchParams({ email, csrfToken })
    await agent.request("POST", "/api/auth/signin/email", form)
    const added = await site.added(() => agent.request("GET", links[0] ?? ""))
    expect(added).toEqual({ ...none, User: 1, Session: 1 })
    expect(await agent.email()).toBe(email)
    expect(await site.added(() => agent.register())).toEqual({
      ...none,
      Account: 1,
      Authenticator: 1,
    })
  })

  /** Not in the control: on MySQL the guide's column has no room for it. */
  const tooLong = {
    name: "a credential id of 1,024 bytes",
    answer: () => new SoftwareAuthenticator(origin, { credentialId: randomBytes(1_024) }),
  }

  test.each([...tooMuch, tooLong])(
    "$name is refused, and nothing is written",
    async ({ answer }) => {
      const agent = new UserAgent(site.handlers, answer())
      const email = site.newEmail()
      const register = async () =>
        expect(await agent.register(email)).toBe("WebAuthnVerificationError")
      expect(await site.added(register)).toEqual(none)
    },
  )

  describe("control: stock Auth.js", () => {
    test.each([
      ["Account", { ...none, User: 1 }],
      ["Session", { ...none, User: 1, Account: 1 }],
      ["Authenticator", { ...none, User: 1, Account: 1, Session: 1 }],
    ] as const)("an exception at the %s leaves half an account", async (table, half) => {
      const email = site.newEmail()
      const agent = new UserAgent(stockHandlers(site.prisma))
      const register = () => site.whileRefused(table, () => agent.register(email))
      expect(await site.added(register)).toEqual(half)
      expect(await agent.register(email)).toBe("Invalid request")
    })

    test.each([
      ["User", { ...none, User: 1 }],
      ["Account", { ...none, User: 1, Account: 1 }],
      ["Session", { ...none, User: 1, Account: 1, Session: 1 }],
    ])("a process killed at the %s leaves half an account", async (step, half) => {
      const email = site.newEmail()
      expect(await site.added(() => registerUntilKilled("stock", step, email))).toEqual(half)
      const agent = new UserAgent(stockHandlers(site.prisma))
      expect(await agent.register(email)).toBe("Invalid request")
    })

    test.each(tooMuch)("$name is stored", async ({ answer }) => {
      const agent = new UserAgent(stockHandlers(site.prisma), answer())
      expect(await site.added(() => agent.register(site.newEmail()))).toEqual(whole)
    })

    test("a passkey deleted by half lets a stranger in", async () => {
      const email = site.newEmail()
      const agent = new UserAgent(stockHandlers(site.prisma))
      await agent.register(email)
      await site.prisma.authenticator.deleteMany({ where: { user: { email } } })
      const { credentialId } = agent.authenticator
      const copy = new SoftwareAuthenticator(origin, { credentialId })
      const stranger = new UserAgent(stockHandlers(site.prisma), copy)
      await stranger.register(site.newEmail())
      expect(await stranger.email()).toBe(email)
    })
  })
}
