import type { NextAuthConfig } from "next-auth"
import NextAuth from "next-auth"
import { coreConfig } from "../databases/apps"
import { openRegistrations } from "../databases/contracts/registration-fixture"
import type { Engine } from "../databases/engines/engine"
import { origin, UserAgent } from "../databases/user-agent"
import { SoftwareAuthenticator } from "../support/software-authenticator"

type Deviations = ConstructorParameters<typeof SoftwareAuthenticator>[1]

/** The quick start's app, without extras, on an empty database with the guide's tables. */
export async function openStock(engine: Engine) {
  const site = await openRegistrations(engine)
  const handlersWith = (changes?: Partial<NextAuthConfig>) =>
    NextAuth(coreConfig(site.prisma, changes)).handlers
  const handlers = handlersWith()
  return {
    ...site,
    handlers,
    handlersWith,
    /** A browser with a passkey that has no account yet. */
    newcomer: (deviations?: Deviations) =>
      new UserAgent(
        handlers,
        new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true, ...deviations }),
      ),
    /** Another browser with the same passkey. */
    elsewhere: ({ authenticator }: UserAgent) => new UserAgent(handlers, authenticator),
  }
}

/** Begins a ceremony as a page does. */
export const askOptions = (browser: UserAgent, query: string) =>
  browser.request("GET", `/api/auth/webauthn-options/passkey?${query}`)

/** Ends a ceremony as a page does, with any response. Returns the error that the page is told. */
export async function respond(browser: UserAgent, action: string, data: unknown) {
  const body = new URLSearchParams({
    action,
    data: typeof data === "string" ? data : JSON.stringify(data),
  })
  const response = await browser.request("POST", "/api/auth/callback/passkey", body)
  const { url } = await response.json()
  return new URL(url).searchParams.get("error")
}
