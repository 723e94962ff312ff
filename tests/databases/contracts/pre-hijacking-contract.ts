import Passkey from "next-auth/providers/passkey"
import { describe, expect, test } from "vitest"
import { SoftwareAuthenticator } from "../../support/software-authenticator"
import { guards, handlersWith, type Extra, type Prisma } from "../apps"
import { emailProvider } from "../email-provider"
import { oauthProvider } from "../oauth-provider"
import type { Site } from "../subject"
import { origin, UserAgent } from "../user-agent"

const apps: { app: string; extras: readonly Extra[]; removes: boolean }[] = [
  { app: "core", extras: [], removes: false },
  { app: "verified-address", extras: ["verified-address"], removes: true },
  { app: "guards", extras: guards, removes: true },
  {
    app: "verified-address outside of the others",
    extras: ["safe-registration", "single-query-sign-in", "verified-address"],
    removes: true,
  },
  {
    app: "verified-address inside of the others",
    extras: ["verified-address", "safe-registration", "single-query-sign-in"],
    removes: true,
  },
]

/** A passkey for somebody else's address: it opens the owner's account on stock, and not with the extra. */
export function describePreHijacking(open: () => Site) {
  const cases = apps.flatMap((app) =>
    (["database", "jwt"] as const).map((strategy) => ({ ...app, strategy })),
  )

  describe.each(cases)("$app, $strategy sessions", ({ extras, removes, strategy }) => {
    const links: string[] = []
    let provedAddress = ""
    const handlersOn = (prisma: Prisma) =>
      handlersWith(extras, prisma, {
        session: { strategy },
        providers: [
          Passkey,
          emailProvider((link) => links.push(link)),
          oauthProvider(() => provedAddress),
        ],
      })

    const browser = (authenticator?: SoftwareAuthenticator, prisma = open().prisma) =>
      new UserAgent(
        handlersOn(prisma),
        authenticator ?? new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true }),
      )

    /** Whose account a passkey opens in a new browser. */
    const opens = async ({ authenticator }: UserAgent) => {
      const agent = browser(authenticator)
      return (await agent.signIn()) === null ? agent.email() : null
    }

    const post = async (agent: UserAgent, path: string, fields: Record<string, string>) => {
      const { csrfToken } = await (await agent.request("GET", "/api/auth/csrf")).json()
      return agent.request("POST", path, new URLSearchParams({ ...fields, csrfToken }))
    }

    const signInByEmail = async (agent: UserAgent, email: string) => {
      await post(agent, "/api/auth/signin/email", { email })
      return agent.request("GET", links.pop() ?? "")
    }

    const signInByProvider = async (agent: UserAgent, email: string) => {
      provedAddress = email
      const response = await post(agent, "/api/auth/signin/provider", {})
      const state = new URL((await response.json()).url).searchParams.get("state") ?? ""
      const answer = new URLSearchParams({ code: "code", state })
      await agent.request("GET", `/api/auth/callback/provider?${answer}`)
    }

    const attacked = async () => {
      const email = open().newEmail()
      const attacker = browser()
      expect(await attacker.register(email)).toBeNull()
      return { email, attacker }
    }

    test.each([
      { way: "a link by e-mail", signInAs: signInByEmail },
      { way: "a provider that verifies addresses", signInAs: signInByProvider },
    ])(`${removes ? "is" : "isn't"} taken from whoever made it, by $way`, async ({ signInAs }) => {
      const { email, attacker } = await attacked()
      const owner = browser()
      await signInAs(owner, email)
      expect(await owner.email()).toBe(email)
      const attackersAccount = removes ? null : email
      expect(await attacker.email()).toBe(attackersAccount)
      expect(await opens(attacker)).toBe(attackersAccount)

      expect(await owner.register()).toBeNull()
      expect(await opens(owner)).toBe(email)
      expect(await owner.email()).toBe(email)
      // The next time, nothing is removed.
      await signInAs(browser(), email)
      expect(await opens(owner)).toBe(email)
      expect(await owner.email()).toBe(email)
    })

    test("stays whole when its owner opens the link where they're signed in", async () => {
      const { email, attacker: owner } = await attacked()
      await signInByEmail(owner, email)
      expect(await owner.email()).toBe(email)
      expect(await opens(owner)).toBe(email)
      const user = await open().prisma.user.findUnique({ where: { email } })
      expect(user?.emailVerified).toBeInstanceOf(Date)
    })

    test("isn't changed by halves", async () => {
      const { email, attacker } = await attacked()
      const failing = open().prisma.$extends({
        query: {
          user: {
            update: async () => Promise.reject(new Error("The test lets this query fail.")),
          },
        },
      }) as unknown as Prisma
      const owner = browser(undefined, failing)
      await signInByEmail(owner, email)
      expect(await owner.email()).toBeNull()
      expect(await opens(attacker)).toBe(email)
      expect(await attacker.email()).toBe(email)
    })
  })
}
