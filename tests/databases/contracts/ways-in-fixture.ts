import { compare, hash } from "bcryptjs"
import NextAuth, { type NextAuthConfig, type NextAuthResult } from "next-auth"
import Credentials from "next-auth/providers/credentials"
import Passkey from "next-auth/providers/passkey"
import { afterAll, beforeAll } from "vitest"
import { recoveryCodes } from "../../../demo/recipes/recovery-codes/passkeys/recovery-codes"
import { startMailCatcher } from "../../support/mail-catcher"
import { startOpenIdProvider } from "../../support/openid-provider"
import { SoftwareAuthenticator } from "../../support/software-authenticator"
import { type Extra, configWith, liveExtras } from "../apps"
import type { Engine } from "../engines/engine"
import { origin, UserAgent } from "../user-agent"
import { openRegistrations } from "./registration-fixture"

type Strategy = "database" | "jwt"

const strategies: Strategy[] = ["database", "jwt"]

/** The core alone and with the extras of the live demo, each with both kinds of sessions. */
export const waysInApps = strategies.flatMap((strategy) => [
  { strategy, extras: [], name: `core, ${strategy} sessions` },
  { strategy, extras: liveExtras, name: `all extras, ${strategy} sessions` },
])

/**
 * An app with passkeys, links by e-mail, an OpenID provider and passwords, on an empty database, with a
 * mail server and an OpenID provider of its own.
 */
export function openWaysIn(start: () => Promise<Engine>) {
  let site: Awaited<ReturnType<typeof openRegistrations>>
  let mail: Awaited<ReturnType<typeof startMailCatcher>>
  let openId: Awaited<ReturnType<typeof startOpenIdProvider>>
  let recipes: Awaited<ReturnType<typeof importRecipes>>

  beforeAll(async () => {
    const engine = await start()
    site = await openRegistrations(engine)
    mail = await startMailCatcher()
    openId = await startOpenIdProvider(`${origin}/api/auth/callback/company`)
    recipes = await importRecipes({ mail, openId })
    await site.execute(`ALTER TABLE "User" ADD "passwordHash" VARCHAR(191)`)
  })
  afterAll(async () => {
    await Promise.all([mail?.stop(), openId?.stop()])
    await site?.close()
  })

  /** What a reader with passwords has: a column of their own, and a comparison of hashes. */
  const password = Credentials({
    credentials: { email: {}, password: {} },
    async authorize(fields) {
      const user = await site.prisma.user.findUnique({ where: { email: String(fields.email) } })
      const [row] = await site.query<{ passwordHash: string | null }>(
        `SELECT "passwordHash" FROM "User" WHERE "id" = '${user?.id ?? ""}'`,
      )
      const matches = await compare(String(fields.password), row?.passwordHash ?? "")
      return matches ? user : null
    },
  })

  return {
    get site() {
      return site
    },
    get mail() {
      return mail
    },
    get openId() {
      return openId
    },
    get recipes() {
      return recipes
    },
    /** Auth.js with every way in, recovery codes included. */
    app(strategy: Strategy, extras: readonly Extra[], changes: Partial<NextAuthConfig> = {}) {
      const providers = [Passkey, recipes.emailLink, recipes.openIdConnect, password]
      const session = { strategy }
      const config = configWith(extras, site.prisma, { providers, session, ...changes })
      return NextAuth(recoveryCodes(config, site.prisma)).handlers
    },
    /** A browser with a device of its own, on which there is no passkey yet. */
    browser: (handlers: NextAuthResult["handlers"]) =>
      new UserAgent(handlers, new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true })),
    async setPassword(email: string, text: string) {
      const hashed = await hash(text, 4)
      await site.execute(
        `UPDATE "User" SET "passwordHash" = '${hashed}' WHERE "email" = '${email}'`,
      )
    },
  }
}

/** The reader's files, which read the environment when they are loaded. */
async function importRecipes({
  mail,
  openId,
}: {
  mail: { url: string }
  openId: { issuer: string; clientId: string; clientSecret: string }
}) {
  process.env.EMAIL_SERVER = mail.url
  process.env.EMAIL_FROM = "App <app@passkeys.example>"
  process.env.OPENID_ISSUER = openId.issuer
  process.env.OPENID_CLIENT_ID = openId.clientId
  process.env.OPENID_CLIENT_SECRET = openId.clientSecret
  const [link, connect, notices] = await Promise.all([
    import("../../../demo/recipes/email-link/email-link"),
    import("../../../demo/recipes/openid-connect/openid-connect"),
    import("../../../demo/recipes/account-notices/account-notices"),
  ])
  return { ...link, ...connect, ...notices }
}
