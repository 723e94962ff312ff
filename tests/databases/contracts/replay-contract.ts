import { fork, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { afterEach, describe, expect, test, vi } from "vitest"
import { root } from "../../../scripts/root"
import { SoftwareAuthenticator } from "../../support/software-authenticator"
import { handlersWith, type Prisma } from "../apps"
import type { Site } from "../subject"
import { origin, sendCopy, UserAgent } from "../user-agent"

const none = { User: 0, Account: 0, Session: 0, Authenticator: 0 }
const whole = { User: 1, Account: 1, Session: 1, Authenticator: 1 }

const apps = [
  { app: "core", once: false },
  { app: "single-use-challenges", once: true },
  { app: "all extras", once: true },
] as const

/** A copied response: accepted again on stock, and refused with the extra. */
export function describeReplay(open: () => Site) {
  const random = vi.spyOn(Math, "random")
  afterEach(() => void random.mockReset())

  const readable = () => new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true })

  const handlersOf = (app: (typeof apps)[number]["app"]) => {
    const { handlers, prisma } = open()
    if (app === "all extras") return handlers
    return handlersWith(app === "core" ? [] : [app], prisma)
  }

  describe.each(apps)("$app", ({ app, once: acceptsOnce }) => {
    /** A browser whose user has a passkey, and isn't signed in. */
    const signedOut = async () => {
      const agent = new UserAgent(handlersOf(app), readable())
      expect(await agent.register(open().newEmail())).toBeNull()
      return new UserAgent(handlersOf(app), agent.authenticator)
    }

    test(`a sign-in sent again is ${acceptsOnce ? "refused" : "accepted"}`, async () => {
      const agent = await signedOut()
      const request = await agent.capture("authenticate")
      const handlers = handlersOf(app)
      expect(await sendCopy(handlers, request)).toEqual({ error: null, hasSession: true })
      expect(await sendCopy(handlers, request)).toEqual(
        acceptsOnce
          ? { error: "WebAuthnVerificationError", hasSession: false }
          : { error: null, hasSession: true },
      )
      // Whoever it belongs to signs in as before.
      expect(await agent.signIn()).toBeNull()
    })

    test(`of a registration sent again, ${acceptsOnce ? "nothing is left" : "an account comes back"}`, async () => {
      const agent = new UserAgent(handlersOf(app), readable())
      const email = open().newEmail()
      const request = await agent.capture("register", email)
      const send = () => sendCopy(handlersOf(app), request)
      expect(await open().added(send)).toEqual(whole)
      await open().prisma.user.delete({ where: { email } })
      expect(await open().added(send)).toEqual(acceptsOnce ? none : whole)
    })

    test(`of 40 copies at once, ${acceptsOnce ? "one is" : "all are"} accepted`, async () => {
      const agent = await signedOut()
      const request = await agent.capture("authenticate")
      const handlers = handlersOf(app)
      let sessions = 0
      const added = await open().added(async () => {
        const sending = Array.from({ length: 40 }, () => sendCopy(handlers, request))
        sessions = (await Promise.all(sending)).filter(({ hasSession }) => hasSession).length
      })
      expect(sessions).toBe(acceptsOnce ? 1 : 40)
      expect(added).toEqual({ ...none, Session: sessions })
    })

    test(`of copies at two processes at once, ${acceptsOnce ? "one is" : "all are"} accepted`, async () => {
      const agent = await signedOut()
      const request = await agent.capture("authenticate")
      const script = join(root, "tests/databases/replaying-process.ts")
      const servers = [1, 2].map(() =>
        fork(script, [app], { cwd: root, execArgv: ["--import", "tsx"], silent: true }),
      )
      const messageOf = async (server: ChildProcess) => (await once(server, "message"))[0]
      expect(await Promise.all(servers.map(messageOf))).toEqual(["ready", "ready"])
      const added = await open().added(async () => {
        const answers = servers.map(messageOf)
        for (const server of servers) server.send(request)
        const sessions: number[] = await Promise.all(answers)
        expect(sessions.reduce((sum, count) => sum + count)).toBe(acceptsOnce ? 1 : 20)
      })
      expect(added).toEqual({ ...none, Session: acceptsOnce ? 1 : 20 })
    })
  })

  test("a response that doesn't verify uses up nothing", async () => {
    const handlers = handlersOf("single-use-challenges")
    const agent = new UserAgent(handlers, readable())
    await agent.register(open().newEmail())
    const { cookie, body } = await agent.capture("authenticate")
    const forged = body.replace(/signature%22%3A%22[^%]+/, "signature%22%3A%22MEUCIQ")
    expect(forged).not.toBe(body)
    expect(await sendCopy(handlers, { cookie, body: forged })).toMatchObject({
      error: "WebAuthnVerificationError",
    })
    expect(await sendCopy(handlers, { cookie, body })).toMatchObject({ hasSession: true })
  })

  test("a sign-in makes one query more", async () => {
    const { prisma } = open()
    const queries: string[] = []
    const watched = prisma.$extends({
      query: {
        $allOperations({ model, operation, args, query }) {
          queries.push(`${model}.${operation}`)
          return query(args)
        },
      },
    }) as unknown as Prisma
    random.mockReturnValue(0.5)
    const queriesOf = async (handlers: ReturnType<typeof handlersWith>) => {
      const agent = new UserAgent(handlers, readable())
      expect(await agent.register(open().newEmail())).toBeNull()
      const later = new UserAgent(handlers, agent.authenticator)
      queries.length = 0
      expect(await later.signIn()).toBeNull()
      return [...queries].sort()
    }
    const core = await queriesOf(handlersWith([], watched))
    const extra = await queriesOf(handlersWith(["single-use-challenges"], watched))
    expect(extra).toEqual([...core, "UsedChallenge.createMany"].sort())
  })

  test("now and then, a ceremony deletes the challenges that have expired", async () => {
    const { usedChallenge } = open().prisma
    const minute = 60_000
    const rows = [-1, 1].map((minutes) => ({
      hash: crypto.randomUUID(),
      expires: new Date(Date.now() + minutes * minute),
    }))
    await usedChallenge.createMany({ data: rows })
    const left = () =>
      usedChallenge.count({ where: { hash: { in: rows.map(({ hash }) => hash) } } })
    const agent = new UserAgent(handlersOf("single-use-challenges"), readable())
    random.mockReturnValue(0.01)
    expect(await agent.register(open().newEmail())).toBeNull()
    expect(await left()).toBe(2)
    random.mockReturnValue(0.009)
    expect(await agent.signIn()).toBeNull()
    expect(await left()).toBe(1)
    expect(await usedChallenge.count({ where: { expires: { lt: new Date() } } })).toBe(0)
  })
}
