import Passkey from "next-auth/providers/passkey"
import { describe, expect, test } from "vitest"
import { SoftwareAuthenticator } from "../../support/software-authenticator"
import { guards, handlersWith, type Extra, type Prisma } from "../apps"
import type { Site } from "../subject"
import { origin, UserAgent } from "../user-agent"

const none = { User: 0, Account: 0, Session: 0, Authenticator: 0 }
const whole = { User: 1, Account: 1, Session: 1, Authenticator: 1 }

/** What `private-addresses` hides, and what `strict-sign-in` and `getUserInfo` refuse. */
export function describeLeaks(open: () => Site) {
  const readable = () => new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true })
  const agentOf = (handlers: ReturnType<typeof handlersWith>) => new UserAgent(handlers, readable())

  /** What a stranger is answered, without what differs each time, and without the address itself. */
  const answerTo = async (
    handlers: ReturnType<typeof handlersWith>,
    email: string,
    action?: string,
  ) => {
    const query = new URLSearchParams({ ...(action && { action }), email })
    const path = `/api/auth/webauthn-options/passkey?${query}`
    const response = await agentOf(handlers).request("GET", path)
    const text = (await response.text()).replaceAll(email, "the address")
    const body = JSON.parse(text)
    if (body.options) body.options.challenge = "random"
    if (body.options?.user) body.options.user.id = "random"
    const { status, headers } = response
    const names = headers.getSetCookie().map((line) => line.split("=")[0])
    return { status, body, names }
  }

  const hidings: { app: string; extras: readonly Extra[]; hides: boolean }[] = [
    { app: "core", extras: [], hides: false },
    { app: "private-addresses", extras: ["private-addresses"], hides: true },
    { app: "guards", extras: guards, hides: true },
  ]

  describe.each(hidings)("$app", ({ extras, hides }) => {
    const actions = [undefined, "authenticate", "register"]
    const asked = async (prisma: Prisma) => {
      const handlers = handlersWith(extras, prisma)
      const email = open().newEmail()
      expect(await agentOf(handlers).register(email)).toBeNull()
      return { handlers, email }
    }

    test.each(actions)(
      `the action %s ${hides ? "answers the same for every address" : "tells who has an account"}`,
      async (action) => {
        const { handlers, email } = await asked(open().prisma)
        const known = await answerTo(handlers, email, action)
        const unknown = await answerTo(handlers, open().newEmail(), action)
        if (hides) expect(known).toEqual(unknown)
        else expect(known).not.toEqual(unknown)
        expect("allowCredentials" in (known.body.options ?? {})).toBe(
          !hides && action !== "register",
        )
      },
    )

    test(`the time ${hides ? "doesn't depend" : "depends"} on a query`, async () => {
      const queries: string[] = []
      const watched = open().prisma.$extends({
        query: {
          $allOperations({ model, operation, args, query }) {
            queries.push(`${model}.${operation}`)
            return query(args)
          },
        },
      }) as unknown as Prisma
      const { handlers, email } = await asked(watched)
      const queriesFor = async (address: string) => {
        queries.length = 0
        for (const action of actions) await answerTo(handlers, address, action)
        return [...queries].sort().reverse()
      }
      const known = await queriesFor(email)
      const unknown = await queriesFor(open().newEmail())
      expect(known).toEqual(
        hides
          ? []
          : [...unknown, "Authenticator.findMany", "Authenticator.findMany"].sort().reverse(),
      )
      expect(unknown).toEqual(
        hides ? [] : ["User.findUnique", "User.findUnique", "User.findUnique"],
      )
    })

    test("a known address is still refused at the end, and writes nothing", async () => {
      const { handlers, email } = await asked(open().prisma)
      const register = async () =>
        expect(await agentOf(handlers).register(email)).toBe(
          hides ? "AccountNotLinked" : "Invalid request",
        )
      expect(await open().added(register)).toEqual(none)
    })

    test("somebody who is signed in adds a passkey as before", async () => {
      const agent = agentOf(handlersWith(extras, open().prisma))
      expect(await agent.register(open().newEmail())).toBeNull()
      const path = "/api/auth/webauthn-options/passkey?action=register"
      const { options } = await (await agent.request("GET", path)).json()
      expect(options.excludeCredentials).toHaveLength(1)
      agent.authenticator = readable()
      expect(await agent.register()).toBeNull()
    })

    test("getUserInfo that returns null refuses strangers, and tells no addresses apart", async () => {
      const { email } = await asked(open().prisma)
      const providers = [Passkey({ getUserInfo: async () => null })]
      const handlers = handlersWith(extras, open().prisma, { providers })
      const register = async () =>
        expect(await agentOf(handlers).register(open().newEmail())).toBe("Invalid request")
      expect(await open().added(register)).toEqual(none)
      for (const action of actions)
        expect(await answerTo(handlers, email, action)).toEqual(
          await answerTo(handlers, open().newEmail(), action),
        )
    })
  })

  const strictness: { app: string; extras: readonly Extra[]; stops: boolean }[] = [
    { app: "core", extras: [], stops: false },
    { app: "strict-sign-in", extras: ["strict-sign-in"], stops: true },
    {
      app: "strict-sign-in in safe-registration",
      extras: ["strict-sign-in", "safe-registration"],
      stops: true,
    },
    { app: "guards", extras: guards, stops: true },
  ]

  describe.each(strictness)("$app", ({ extras, stops }) => {
    const error = stops ? "AccessDenied" : null
    const handlersFor = (answer: () => string | boolean) =>
      handlersWith(extras, open().prisma, { callbacks: { signIn: answer } })

    test(`an address from the signIn callback ${stops ? "stops" : "doesn't stop"} a registration`, async () => {
      const agent = agentOf(handlersFor(() => "/not-you"))
      const register = async () => expect(await agent.register(open().newEmail())).toBe(error)
      expect(await open().added(register)).toEqual(stops ? none : whole)
    })

    test(`an address from the signIn callback ${stops ? "stops" : "doesn't stop"} a sign-in`, async () => {
      let answer: string | boolean = true
      const handlers = handlersFor(() => answer)
      const agent = agentOf(handlers)
      expect(await agent.register(open().newEmail())).toBeNull()
      answer = "/not-you"
      const later = new UserAgent(handlers, agent.authenticator)
      const signIn = async () => expect(await later.signIn()).toBe(error)
      expect(await open().added(signIn)).toEqual({ ...none, Session: stops ? 0 : 1 })
      answer = false
      expect(await later.signIn()).toBe("AccessDenied")
    })

    test("without a callback, everybody is let in", async () => {
      const agent = agentOf(handlersWith(extras, open().prisma))
      expect(await agent.register(open().newEmail())).toBeNull()
    })
  })
}
