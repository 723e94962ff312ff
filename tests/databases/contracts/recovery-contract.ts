import { describe, expect, test } from "vitest"
import type { NextAuthConfig } from "next-auth"
import {
  createRecoveryCodes,
  recoveryCodes,
} from "../../../demo/recipes/recovery-codes/passkeys/recovery-codes"
import { verifiedAddress } from "../../../demo/recipes/verified-address/passkeys/verified-address"
import { configWith } from "../apps"
import type { Engine } from "../engines/engine"
import { askForLink, linkIn, open, post } from "../other-ways"
import { origin } from "../user-agent"
import { stored } from "./contract-fixture"
import { openWaysIn, waysInApps } from "./ways-in-fixture"

const none = { User: 0, Account: 0, Session: 0, Authenticator: 0 }

const strategies = ["database", "jwt"] as const

/** What happens after somebody has lost their passkeys: by a link, and by a recovery code. */
export function describeRecovery(start: () => Promise<Engine>) {
  const fixture = openWaysIn(start)

  describe.each(waysInApps)("$name", ({ strategy, extras }) => {
    const app = (changes?: Partial<NextAuthConfig>) => fixture.app(strategy, extras, changes)
    const session = strategy === "database" ? 1 : 0

    /** Somebody with one passkey and ten codes. */
    const person = async (handlers = app()) => {
      const agent = fixture.browser(handlers)
      const email = fixture.site.newEmail()
      expect(await agent.register(email)).toBeNull()
      const { prisma } = fixture.site
      const { id } = await prisma.user.findUniqueOrThrow({ where: { email } })
      return { agent, email, id, handlers, codes: await createRecoveryCodes(id, prisma) }
    }
    type Handlers = ReturnType<typeof app>

    /** Opens the address that the recovery form opens, in a browser of its own. */
    const recover = async (handlers: Handlers, code = "", provider = "recovery-code") => {
      const agent = fixture.browser(handlers)
      const token = code.replaceAll("-", "")
      const url = new URL(
        `${origin}/api/auth/callback/${provider}?${new URLSearchParams({ token })}`,
      )
      return { agent, error: await open(agent, url) }
    }

    test("after a link, the lost passkey and the old session work until they are removed", async () => {
      const { agent: lost, email, handlers } = await person()
      const found = fixture.browser(handlers)
      await askForLink(found, email)
      expect(await open(found, linkIn(fixture.mail.to(email)[0]))).toBeNull()
      expect(await found.register()).toBeNull()

      const thief = fixture.browser(handlers)
      thief.authenticator = lost.authenticator
      expect(await thief.signIn()).toBeNull()
      const credentialID = stored(lost.authenticator)
      const { prisma } = fixture.site
      const [passkeys, accounts] = await prisma.$transaction([
        prisma.authenticator.deleteMany({ where: { credentialID } }),
        prisma.account.deleteMany({
          where: { provider: "passkey", providerAccountId: credentialID },
        }),
      ])
      expect([passkeys.count, accounts.count]).toEqual([1, 1])
      const again = fixture.browser(handlers)
      again.authenticator = lost.authenticator
      expect(await again.signIn()).toBe("Configuration")
      // The sessions that it began go on.
      expect(await thief.email()).toBe(email)
      const { count } = await prisma.session.deleteMany({ where: { user: { email } } })
      expect(count).toBe(3 * session)
      expect(await thief.email()).toBe(strategy === "jwt" ? email : null)
      const later = fixture.browser(handlers)
      later.authenticator = found.authenticator
      expect(await later.signIn()).toBeNull()
    })

    test("a code signs in once, and a new passkey can be added", async () => {
      const { email, handlers, codes } = await person()
      let recovered!: Awaited<ReturnType<typeof recover>>
      const rows = await fixture.site.added(
        async () => (recovered = await recover(handlers, codes[3])),
      )
      expect(recovered.error).toBeNull()
      expect(rows).toEqual({ ...none, Session: session })
      expect(await recovered.agent.email()).toBe(email)
      expect(await recovered.agent.register()).toBeNull()
      const again = await recover(handlers, codes[3])
      expect(again.error).toBe("Verification")
      expect(await again.agent.email()).toBeNull()
      expect((await recover(handlers, codes[4])).error).toBeNull()
    })

    test("the owner is told of it by e-mail", async () => {
      const { email, handlers, codes } = await person(
        app({ events: fixture.recipes.accountNotices }),
      )
      const subjects = () => fixture.mail.to(email).map(({ subject }) => subject)
      const added = "A new way to sign in to your account"
      expect(subjects()).toEqual([added])
      expect((await recover(handlers, "wrong")).error).toBe("Verification")
      expect(subjects()).toEqual([added])
      expect((await recover(handlers, codes[0])).error).toBeNull()
      expect(subjects()).toEqual([added, "A recovery code was used"])
    })

    test("of 10 requests with one code at once, one signs in", async () => {
      const { handlers, codes } = await person()
      const attempts = Array.from({ length: 10 }, () => recover(handlers, codes[0]))
      const errors = (await Promise.all(attempts)).map(({ error }) => error)
      expect(errors.filter((error) => error === null)).toHaveLength(1)
      expect(errors.filter((error) => error === "Verification")).toHaveLength(9)
    })

    test("a code confirms no e-mail address, and a link does", async () => {
      const { email, handlers, codes } = await person()
      const confirmed = async () =>
        (await fixture.site.prisma.user.findUnique({ where: { email } }))?.emailVerified
      expect((await recover(handlers, codes[0])).error).toBeNull()
      expect(await confirmed()).toBeNull()
      const agent = fixture.browser(handlers)
      await askForLink(agent, email)
      await open(agent, linkIn(fixture.mail.to(email)[0]))
      expect(await confirmed()).toBeInstanceOf(Date)
    })

    test("new codes replace the old ones, and only hashes are stored", async () => {
      const { id, handlers, codes } = await person()
      const other = await person(handlers)
      const { prisma } = fixture.site
      const rows = await prisma.recoveryCode.findMany({ where: { userId: id } })
      expect(rows.map(({ hash }) => hash)).toEqual(
        Array(10).fill(expect.stringMatching(/^[0-9a-f]{64}$/)),
      )
      const replaced = await createRecoveryCodes(id, prisma)
      expect(new Set([...codes, ...replaced]).size).toBe(20)
      expect(await prisma.recoveryCode.count({ where: { userId: id } })).toBe(10)
      expect((await recover(handlers, codes[0])).error).toBe("Verification")
      expect((await recover(handlers, replaced[0])).error).toBeNull()
      // Another person's stay.
      expect((await recover(handlers, other.codes[0])).error).toBeNull()
    })

    test("a code is no token of a link, nor a link's token a code", async () => {
      const { email, handlers, codes } = await person()
      expect((await recover(handlers, codes[0], "email")).error).toBe("Verification")
      await askForLink(fixture.browser(handlers), email)
      const link = linkIn(fixture.mail.to(email)[0])
      const token = link.searchParams.get("token") ?? ""
      expect((await recover(handlers, token)).error).toBe("Verification")
      link.pathname = "/api/auth/callback/recovery-code"
      expect(await open(fixture.browser(handlers), link)).toBe("Verification")
      expect((await recover(handlers, codes[0])).error).toBeNull()
    })

    test("a code can't be requested", async () => {
      const { email, handlers } = await person()
      const tokens = () => fixture.site.prisma.verificationToken.count()
      const before = await tokens()
      const response = await post(fixture.browser(handlers), "/api/auth/signin/recovery-code", {
        email,
      })
      expect((await response.json()).url).toContain("error=Configuration")
      expect(await tokens()).toBe(before)
      expect(fixture.mail.to(email)).toEqual([])
    })

    test("your signIn callback decides about codes too", async () => {
      const providers: (string | undefined)[] = []
      const { handlers, codes } = await person(
        app({
          callbacks: {
            signIn: ({ account }) => {
              providers.push(account?.provider)
              return account?.provider !== "recovery-code"
            },
          },
        }),
      )
      const { agent, error } = await recover(handlers, codes[0])
      expect(error).toBe("AccessDenied")
      expect(await agent.email()).toBeNull()
      expect(providers).toEqual(["passkey", "recovery-code"])
    })

    test("the codes of a deleted account are deleted, and make no new one", async () => {
      const { id, handlers, codes } = await person()
      await fixture.site.prisma.user.delete({ where: { id } })
      const rows = await fixture.site.added(async () =>
        expect((await recover(handlers, codes[0])).error).toBe("Verification"),
      )
      expect(rows).toEqual(none)
    })
  })

  // Somebody registered a passkey for an address of somebody else's, and made codes for the account.
  describe.each(
    strategies.flatMap((strategy) => [
      { strategy, extras: [], stays: true, name: `without verified-address, ${strategy} sessions` },
      {
        strategy,
        extras: ["verified-address"] as const,
        stays: false,
        name: `with verified-address, ${strategy} sessions`,
      },
    ]),
  )("an account made in advance, $name", ({ strategy, extras, stays }) => {
    const attacked = async () => {
      const handlers = fixture.app(strategy, extras)
      const attacker = fixture.browser(handlers)
      const email = fixture.site.newEmail()
      expect(await attacker.register(email)).toBeNull()
      const { prisma } = fixture.site
      const { id } = await prisma.user.findUniqueOrThrow({ where: { email } })
      return { handlers, email, id, attacker, codes: await createRecoveryCodes(id, prisma) }
    }
    const recover = async (handlers: ReturnType<typeof fixture.app>, code = "") => {
      const agent = fixture.browser(handlers)
      const token = code.replaceAll("-", "")
      const path = `/api/auth/callback/recovery-code?${new URLSearchParams({ token })}`
      return { agent, error: await open(agent, new URL(path, origin)) }
    }

    test("a code proves nothing, so it removes nothing", async () => {
      const { handlers, email, id, attacker, codes } = await attacked()
      const { agent, error } = await recover(handlers, codes[0])
      expect(error).toBeNull()
      expect(await agent.email()).toBe(email)
      expect(await attacker.email()).toBe(email)
      const { prisma } = fixture.site
      expect(await prisma.authenticator.count({ where: { userId: id } })).toBe(1)
      const user = await prisma.user.findUnique({ where: { id } })
      expect(user?.emailVerified).toBeNull()
    })

    test(`${stays ? "still opens" : "no longer opens"} with such a code after its owner's link`, async () => {
      const { handlers, email, codes } = await attacked()
      const owner = fixture.browser(handlers)
      await askForLink(owner, email)
      expect(await open(owner, linkIn(fixture.mail.to(email)[0]))).toBeNull()
      expect(await owner.email()).toBe(email)
      const { agent, error } = await recover(handlers, codes[0])
      expect(error).toBe(stays ? null : "Verification")
      expect(await agent.email()).toBe(stays ? email : null)
    })
  })

  test("verified-address around the codes would take a code for a proof, and says so at the start", () => {
    const { prisma } = fixture.site
    const config = recoveryCodes(configWith([], prisma), prisma)
    expect(() => verifiedAddress(config, prisma)).toThrow(
      "Put recoveryCodes around verifiedAddress",
    )
  })
}
