import { randomBytes } from "node:crypto"
import NextAuth from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { NextRequest } from "next/server"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { safeRegistration } from "../../../demo/recipes/safe-registration/passkeys/safe-registration"
import { singleQuerySignIn } from "../../../demo/recipes/single-query-sign-in/passkeys/single-query-sign-in"
import { SoftwareAuthenticator } from "../../support/software-authenticator"
import { allExtras, coreConfig, handlersWith } from "../apps"
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

  /** Of an app that verifies with SimpleWebAuthn 9. */
  const readable = (options?: ConstructorParameters<typeof SoftwareAuthenticator>[1]) =>
    new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true, ...options })

  const withJwtSessions = () =>
    handlersWith(allExtras, site.prisma, { session: { strategy: "jwt" } })

  describe.each([
    { name: "all extras", handlers: () => site.handlers, written: whole },
    {
      name: "safe-registration",
      handlers: () => handlersWith(["safe-registration"], site.prisma),
      written: whole,
    },
    { name: "JWT sessions", handlers: withJwtSessions, written: { ...whole, Session: 0 } },
  ])("$name", ({ handlers, written }) => {
    test("registers, and signs in", async () => {
      const email = site.newEmail()
      const agent = new UserAgent(handlers(), readable())
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
        agent.authenticator = readable()
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
    const handlers = handlersWith(allExtras, site.prisma, {
      callbacks: {
        signIn({ user }) {
          asked.push(user.email)
          return allowed.has(user.email ?? "")
        },
      },
    })
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

  test("a signIn callback that returns nothing lets nobody in, as in Auth.js", async () => {
    const callbacks = { signIn: () => undefined as unknown as boolean }
    const agent = new UserAgent(handlersWith(["safe-registration"], site.prisma, { callbacks }))
    const refused = async () => expect(await agent.register(site.newEmail())).toBe("AccessDenied")
    expect(await site.added(refused)).toEqual(none)
  })

  test("the account is stored with what a signIn callback added to it", async () => {
    const handlers = handlersWith(["safe-registration"], site.prisma, {
      callbacks: {
        signIn({ account }) {
          Object.assign(account ?? {}, { scope: "from the callback" })
          return true
        },
      },
    })
    const email = site.newEmail()
    expect(await new UserAgent(handlers).register(email)).toBeNull()
    const account = await site.prisma.account.findFirst({ where: { user: { email } } })
    expect(account).toMatchObject({ type: "webauthn", scope: "from the callback" })
  })

  test.each([[["safe-registration"] as const], [allExtras]])(
    "with %j, the jwt callback gets the user with the defaults of the database",
    async (extras) => {
      const users: object[] = []
      const handlers = handlersWith(extras, site.prisma, {
        session: { strategy: "jwt" },
        callbacks: {
          jwt({ token, user }) {
            // Auth.js calls it without a user whenever it reads a session.
            if (user) users.push({ ...user })
            return token
          },
        },
      })
      const email = site.newEmail()
      expect(await new UserAgent(handlers).register(email)).toBeNull()
      expect(users).toEqual([await site.prisma.user.findUnique({ where: { email } })])
      expect(users[0]).toHaveProperty("createdAt", expect.any(Date))
    },
  )

  test("the extras compose in both orders", async () => {
    const config = coreConfig(site.prisma)
    for (const composed of [
      singleQuerySignIn(safeRegistration(config, site.prisma), site.prisma),
      safeRegistration(singleQuerySignIn(config, site.prisma), site.prisma),
    ]) {
      const { handlers } = NextAuth(composed)
      const email = site.newEmail()
      const agent = new UserAgent(handlers, readable())
      expect(await site.added(() => agent.register(email))).toEqual(whole)
      const later = new UserAgent(handlers, agent.authenticator)
      expect(await site.added(() => later.signIn())).toEqual({ ...none, Session: 1 })
      expect(await later.email()).toBe(email)
    }
  })

  test("each request has state of its own, and auth(handler) is a function", async () => {
    const config = safeRegistration(coreConfig(site.prisma), site.prisma)
    const { handlers, auth } = NextAuth(singleQuerySignIn(config, site.prisma))
    const emails = [site.newEmail(), site.newEmail()]
    const agents = [new UserAgent(handlers), new UserAgent(handlers)]
    const begun = await Promise.all(
      agents.map((agent, index) => agent.beginRegistration(emails[index])),
    )
    expect(await Promise.all(begun.map((end) => end()))).toEqual([null, null])
    expect(await Promise.all(agents.map((agent) => agent.email()))).toEqual(emails)

    // With the function form of NextAuth() it would be a promise: next-auth issue 11544.
    const handler = auth(({ auth: session }) => Response.json({ session }))
    expect(handler).toBeTypeOf("function")
    const response = await handler(new NextRequest(origin), { params: Promise.resolve({}) })
    expect(await response?.json()).toEqual({ session: null })
  })

  test("a copy of the configuration, which would share one adapter, fails at the second request", async () => {
    const config = coreConfig(site.prisma)
    const registering = NextAuth({ ...safeRegistration(config, site.prisma) }).handlers
    const signingIn = NextAuth({ ...singleQuerySignIn(config, site.prisma) }).handlers
    const agents = [readable(), readable()].map((key) => new UserAgent(registering, key))
    expect(await agents[0]?.register(site.newEmail())).toBeNull()
    const register = async () =>
      expect(await agents[1]?.register(site.newEmail())).toBe("Configuration")
    expect(await site.added(register)).toEqual(none)
    const [first] = agents
    const later = () => new UserAgent(signingIn, first?.authenticator)
    expect(await later().signIn()).toBeNull()
    const signIn = async () => expect(await later().signIn()).toBe("Configuration")
    expect(await site.added(signIn)).toEqual(none)
  })

  test.each(
    (["all extras", "safe-registration"] as const).flatMap((app) =>
      ["User", "Account", "Session", "Authenticator", "commit"].map((step) => ({ app, step })),
    ),
  )("with $app, a process killed at the $step leaves nothing", async ({ app, step }) => {
    const email = site.newEmail()
    const killed = () => registerUntilKilled(app, step, email)
    expect(await site.added(killed)).toEqual(none)
    const agent = new UserAgent(site.handlers)
    expect(await site.added(() => agent.register(email))).toEqual(whole)
  })

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

  const verifying = [
    { app: "all extras", verifyingHandlers: () => site.handlers },
    { app: "verification", verifyingHandlers: () => handlersWith(["verification"], site.prisma) },
  ]

  describe.each(verifying)("$app", ({ verifyingHandlers }) => {
    test.each([
      { origin: "http://localhost:4000" },
      { rpId: "passkeys.example" },
      { userVerified: false },
    ])("%j is a WebAuthnVerificationError", async (deviation) => {
      const agent = new UserAgent(verifyingHandlers())
      await agent.register(site.newEmail())
      const signingIn = new UserAgent(verifyingHandlers(), agent.authenticator)
      expect(await signingIn.signIn(deviation)).toBe("WebAuthnVerificationError")
      const authenticator = new SoftwareAuthenticator(origin, deviation)
      const registering = new UserAgent(verifyingHandlers(), authenticator)
      expect(await registering.register(site.newEmail())).toBe("WebAuthnVerificationError")
    })
  })

  const countingHandlers = () => handlersWith(["single-query-sign-in"], site.prisma)

  test.each([
    { app: "all extras", handlers: () => site.handlers },
    { app: "single-query-sign-in", handlers: countingHandlers },
  ])("with $app, a counter is written when it has moved, and holds", async ({ handlers }) => {
    const authenticator = readable({ counter: 5 })
    const agent = new UserAgent(handlers(), authenticator)
    await agent.register(site.newEmail())
    const later = () => new UserAgent(handlers(), authenticator)
    expect(await later().signIn({ counter: 7 })).toBeNull()
    const credentialID = authenticator.credentialId.toString("base64")
    const stored = await site.prisma.authenticator.findUnique({ where: { credentialID } })
    expect(stored?.counter).toBe(7n)
    expect(await later().signIn({ counter: 7 })).toBe("WebAuthnVerificationError")
    expect(await later().signIn({ counter: 8 })).toBeNull()
  })

  test.each([
    { app: "all extras", handlers: () => site.handlers },
    { app: "single-query-sign-in", handlers: countingHandlers },
  ])("with $app, a passkey whose account was deleted signs nobody in", async ({ handlers }) => {
    const email = site.newEmail()
    const agent = new UserAgent(handlers(), readable())
    await agent.register(email)
    await site.prisma.account.deleteMany({ where: { user: { email } } })
    const later = new UserAgent(handlers(), agent.authenticator)
    expect(await site.added(() => later.signIn())).toEqual(none)
    expect(await later.signIn()).toBe("Configuration")
  })

  test("another provider's users are written at once", async () => {
    const links: string[] = []
    const { adapter } = coreConfig(site.prisma)
    const created: unknown[] = []
    const handlers = handlersWith(allExtras, site.prisma, {
      providers: [Passkey, emailProvider((link) => links.push(link))],
      // By the reader's own adapter.
      adapter: {
        ...adapter,
        createUser(user) {
          created.push(user.email)
          return adapter.createUser!(user)
        },
      },
    })
    const email = site.newEmail()
    const agent = new UserAgent(handlers)
    const { csrfToken } = await (await agent.request("GET", "/api/auth/csrf")).json()
    const form = new URLSearchParams({ email, csrfToken })
    await agent.request("POST", "/api/auth/signin/email", form)
    const added = await site.added(() => agent.request("GET", links[0] ?? ""))
    expect(added).toEqual({ ...none, User: 1, Session: 1 })
    expect(await agent.email()).toBe(email)
    expect(created).toEqual([email])
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

  describe.each(verifying)("$app", ({ verifyingHandlers }) => {
    test.each([...tooMuch, tooLong])(
      "$name is refused, and nothing is written",
      async ({ answer }) => {
        const agent = new UserAgent(verifyingHandlers(), answer())
        const email = site.newEmail()
        const register = async () =>
          expect(await agent.register(email)).toBe("WebAuthnVerificationError")
        expect(await site.added(register)).toEqual(none)
      },
    )
  })

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
