import type { NextAuthConfig } from "next-auth"
import { describe, expect, test } from "vitest"
import Passkey from "next-auth/providers/passkey"
import type { Engine } from "../engines/engine"
import { askForLink, linkIn, open, signInWithOpenId, signInWithPassword } from "../other-ways"
import { origin } from "../user-agent"
import { openWaysIn, waysInApps } from "./ways-in-fixture"

const whole = { User: 1, Account: 1, Session: 1, Authenticator: 1 }
const none = { User: 0, Account: 0, Session: 0, Authenticator: 0 }

/** That each other way in leads to the account which a passkey was added to, and to no other. */
export function describeWaysIn(start: () => Promise<Engine>) {
  const fixture = openWaysIn(start)
  const verified = (email: string) => ({ sub: `sub of ${email}`, email, email_verified: true })

  describe.each(waysInApps)("$name", ({ strategy, extras }) => {
    const app = (changes?: Partial<NextAuthConfig>) => fixture.app(strategy, extras, changes)
    const session = strategy === "database" ? 1 : 0

    /** Somebody who is signed in by a link. */
    const personWithLink = async (handlers = app()) => {
      const agent = fixture.browser(handlers)
      const email = fixture.site.newEmail()
      expect(await askForLink(agent, email)).toBeNull()
      expect(await open(agent, linkIn(fixture.mail.to(email)[0]))).toBeNull()
      return { agent, email, handlers }
    }

    test("a link by e-mail, then a passkey for the same account", async () => {
      let person!: Awaited<ReturnType<typeof personWithLink>>
      const rows = await fixture.site.added(async () => (person = await personWithLink()))
      expect(rows).toEqual({ ...none, User: 1, Session: session })
      const { agent, email, handlers } = person
      expect(await agent.email()).toBe(email)
      const added = await fixture.site.added(() => agent.register())
      expect(added).toEqual({ ...none, Account: 1, Authenticator: 1 })

      const later = fixture.browser(handlers)
      later.authenticator = agent.authenticator
      expect(await later.signIn()).toBeNull()
      expect(await later.email()).toBe(email)
      // The link still leads to the same account, and once only.
      const another = fixture.browser(handlers)
      await askForLink(another, email)
      const link = linkIn(fixture.mail.to(email)[1])
      expect(await fixture.site.added(() => open(another, link))).toEqual({
        ...none,
        Session: session,
      })
      expect(await another.email()).toBe(email)
      expect(await open(fixture.browser(handlers), link)).toBe("Verification")
    })

    test("an OpenID provider, then a passkey for the same account", async () => {
      const handlers = app()
      const email = fixture.site.newEmail()
      fixture.openId.signInAs(verified(email))
      const agent = fixture.browser(handlers)
      const rows = await fixture.site.added(() => signInWithOpenId(agent))
      expect(rows).toEqual({ ...none, User: 1, Account: 1, Session: session })
      expect(await agent.email()).toBe(email)
      expect(await agent.register()).toBeNull()

      const later = fixture.browser(handlers)
      later.authenticator = agent.authenticator
      expect(await later.signIn()).toBeNull()
      expect(await later.email()).toBe(email)
      const another = fixture.browser(handlers)
      expect(await signInWithOpenId(another)).toBeNull()
      expect(await another.email()).toBe(email)
    })

    test("a passkey, then the OpenID provider linked by who is signed in", async () => {
      const handlers = app()
      const email = fixture.site.newEmail()
      const agent = fixture.browser(handlers)
      const rows = await fixture.site.added(() => agent.register(email))
      expect(rows).toEqual({ ...whole, Session: session })
      // The address at the provider may be another one.
      fixture.openId.signInAs(verified(fixture.site.newEmail()))
      const linked = await fixture.site.added(() => signInWithOpenId(agent))
      expect(linked).toEqual({ ...none, Account: 1 })

      const later = fixture.browser(handlers)
      expect(await signInWithOpenId(later)).toBeNull()
      expect(await later.email()).toBe(email)
      // Who is signed in as somebody else doesn't get it.
      const { agent: other } = await personWithLink(handlers)
      expect(await signInWithOpenId(other)).toBe("OAuthAccountNotLinked")
    })

    test("the address of a passkey's account is not linked to an OpenID provider by itself", async () => {
      const handlers = app()
      const email = fixture.site.newEmail()
      await fixture.browser(handlers).register(email)
      fixture.openId.signInAs(verified(email))
      const stranger = fixture.browser(handlers)
      const rows = await fixture.site.added(async () =>
        expect(await signInWithOpenId(stranger)).toBe("OAuthAccountNotLinked"),
      )
      expect(rows).toEqual(none)
      expect(await stranger.email()).toBeNull()
    })

    test("with allowDangerousEmailAccountLinking, an unconfirmed address opens the account", async () => {
      const { emailLink, openIdConnect } = fixture.recipes
      const trusting = { ...openIdConnect, allowDangerousEmailAccountLinking: true }
      const handlers = app({ providers: [Passkey, emailLink, trusting] })
      const { email } = await personWithLink(handlers)
      fixture.openId.signInAs({ sub: `attacker of ${email}`, email, email_verified: false })
      const attacker = fixture.browser(handlers)
      expect(await signInWithOpenId(attacker)).toBeNull()
      expect(await attacker.email()).toBe(email)

      const signIn = fixture.recipes.requireVerifiedEmail
      const careful = app({ providers: [Passkey, emailLink, trusting], callbacks: { signIn } })
      const { email: next } = await personWithLink(careful)
      fixture.openId.signInAs({ sub: `attacker of ${next}`, email: next, email_verified: false })
      const refused = fixture.browser(careful)
      expect(await signInWithOpenId(refused)).toBe("AccessDenied")
      expect(await refused.email()).toBeNull()
    })

    test("an address that has an account, at a registration by who is signed out", async () => {
      const { email, handlers } = await personWithLink()
      expect(await fixture.browser(handlers).register(email)).toBe("Invalid request")
      // Somebody else takes the address between the two steps.
      const taken = fixture.site.newEmail()
      const slow = fixture.browser(handlers)
      const end = await slow.beginRegistration(taken)
      expect(await fixture.browser(handlers).register(taken)).toBeNull()
      expect(await end()).toBe("AccountNotLinked")
    })

    test("a link for another address changes the account", async () => {
      const { email, handlers } = await personWithLink()
      const { agent } = await personWithLink(handlers)
      await askForLink(agent, email)
      const link = linkIn(fixture.mail.to(email)[1])
      // Of two sessions in the database, the former is deleted.
      expect(await fixture.site.added(() => open(agent, link))).toEqual(none)
      expect(await agent.email()).toBe(email)
    })

    test("links for those who have an account only, by the signIn callback", async () => {
      const handlers = app({
        callbacks: {
          signIn: async ({ user: { email }, account }) =>
            account?.type !== "email" ||
            (await fixture.site.prisma.user.count({ where: { email } })) > 0,
        },
      })
      const email = fixture.site.newEmail()
      expect(await askForLink(fixture.browser(handlers), email)).toBe("AccessDenied")
      expect(fixture.mail.to(email)).toEqual([])
      await fixture.browser(handlers).register(email)
      expect(await askForLink(fixture.browser(handlers), email)).toBeNull()
      expect(fixture.mail.to(email)).toHaveLength(1)
    })

    test("an unconfirmed address makes an account for its attacker, unless the callback refuses it", async () => {
      const { requireVerifiedEmail } = fixture.recipes
      const attack = async (handlers: ReturnType<typeof app>) => {
        const email = fixture.site.newEmail()
        fixture.openId.signInAs({ sub: `attacker of ${email}`, email, email_verified: false })
        const attacker = fixture.browser(handlers)
        const error = await signInWithOpenId(attacker)
        // The owner of the address signs in by a link.
        const owner = fixture.browser(handlers)
        await askForLink(owner, email)
        await open(owner, linkIn(fixture.mail.to(email)[0]))
        expect(await owner.email()).toBe(email)
        // The attacker comes back, to the account that the owner uses.
        const back = fixture.browser(handlers)
        await signInWithOpenId(back)
        return { error, email: await back.email(), target: email }
      }
      const stock = await attack(app())
      expect(stock).toMatchObject({ error: null, email: stock.target })
      const careful = app({ callbacks: { signIn: requireVerifiedEmail } })
      expect(await attack(careful)).toMatchObject({ error: "AccessDenied", email: null })
      // Nobody else is refused.
      const email = fixture.site.newEmail()
      fixture.openId.signInAs(verified(email))
      const agent = fixture.browser(careful)
      expect(await signInWithOpenId(agent)).toBeNull()
      expect(await agent.register()).toBeNull()
      expect(await agent.signIn()).toBeNull()
    })

    test("who has no address can't add a passkey, and can once there is one", async () => {
      const handlers = app()
      const sub = crypto.randomUUID()
      fixture.openId.signInAs({ sub })
      const agent = fixture.browser(handlers)
      expect(await signInWithOpenId(agent)).toBeNull()
      const ask = () =>
        open(agent, new URL(`${origin}/api/auth/webauthn-options/passkey?action=register`))
      expect(await ask()).toBe("Configuration")

      const email = fixture.site.newEmail()
      const account = { provider: "company", providerAccountId: sub }
      await fixture.site.prisma.user.updateMany({
        where: { accounts: { some: account } },
        data: { email, emailVerified: new Date() },
      })
      // A token still has what was true when it was made.
      if (strategy === "jwt") {
        expect(await ask()).toBe("Configuration")
        expect(await signInWithOpenId(agent)).toBeNull()
      }
      expect(await agent.register()).toBeNull()
      expect(await agent.email()).toBe(email)
    })

    test("a password works with JWT sessions only", async () => {
      const { email, handlers } = await personWithLink()
      await fixture.setPassword(email, "correct horse")
      const agent = fixture.browser(handlers)
      expect(await signInWithPassword(agent, email, "wrong")).toBe("CredentialsSignin")
      expect(await signInWithPassword(agent, email, "correct horse")).toBeNull()
      expect(await agent.email()).toBe(strategy === "jwt" ? email : null)
      if (strategy === "database") return
      expect(await agent.register()).toBeNull()
      const later = fixture.browser(handlers)
      later.authenticator = agent.authenticator
      expect(await later.signIn()).toBeNull()
      expect(await later.email()).toBe(email)
    })

    test("a notice by e-mail of each way in that is added", async () => {
      const { accountNotices } = fixture.recipes
      const { agent, email } = await personWithLink(app({ events: accountNotices }))
      const notices = () =>
        fixture.mail
          .to(email)
          .filter(({ subject }) => subject === "A new way to sign in to your account")
          .map(
            ({ text }) =>
              /^(.*) was added to your account\.$/m.exec(text.replaceAll("\r", ""))?.[1],
          )
      expect(notices()).toEqual([])
      expect(await agent.register()).toBeNull()
      expect(notices()).toEqual(["A passkey"])
      fixture.openId.signInAs(verified(fixture.site.newEmail()))
      expect(await signInWithOpenId(agent)).toBeNull()
      expect(notices()).toEqual(["A passkey", "Signing in with company"])

      fixture.mail.refuse(true)
      const next = fixture.browser(app({ events: accountNotices }))
      const added = await fixture.site.added(async () =>
        expect(await next.register(fixture.site.newEmail())).toBeNull(),
      )
      fixture.mail.refuse(false)
      expect(added).toEqual({ ...whole, Session: session })
    })
  })
}
