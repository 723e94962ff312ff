import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { SoftwareAuthenticator } from "../support/software-authenticator"
import { allExtras, handlersWith, type Extra } from "./apps"
import { openRegistrations } from "./contracts/registration-fixture"
import { startLibsql } from "./engines/libsql"
import { stockHandlers } from "./stock"
import { origin, UserAgent } from "./user-agent"

let site: Awaited<ReturnType<typeof openRegistrations>>
beforeAll(async () => {
  site = await openRegistrations(await startLibsql())
})
afterAll(() => site.close())

/** What a browser says of a passkey that it created without a prompt. */
const withoutPrompt = { userPresent: false, userVerified: false }

const needed: readonly Extra[] = ["verification", "conditional-create"]

/** Somebody who is signed in, and whose browser has a second authenticator, without a passkey yet. */
async function signedIn(extras: readonly Extra[]) {
  const agent = new UserAgent(handlersWith(extras, site.prisma), passkey())
  const email = site.newEmail()
  expect(await agent.register(email)).toBeNull()
  agent.authenticator = passkey()
  return { agent, email }
}

const passkey = () => new SoftwareAuthenticator(origin, { avoidsLeadingZeros: true })

const conditional = { mediation: "conditional" }

describe.each([
  ["with verification", needed],
  ["with all extras", allExtras],
  // As the pages have their readers take them.
  [
    "around the others",
    ["verification", "safe-registration", "passkey-details", "conditional-create"],
  ],
] as const)("%s", (_title, extras) => {
  test("a passkey that was created without a prompt is stored, and signs in", async () => {
    const { agent, email } = await signedIn(extras)
    const end = await agent.beginRegistration(undefined, conditional)
    expect(await end(withoutPrompt)).toBeNull()
    const later = new UserAgent(handlersWith(extras, site.prisma), agent.authenticator)
    expect(await later.signIn()).toBeNull()
    expect(await later.email()).toBe(email)
  })

  test("it needs user presence and user verification to sign in", async () => {
    const { agent } = await signedIn(extras)
    const end = await agent.beginRegistration(undefined, conditional)
    expect(await end(withoutPrompt)).toBeNull()
    const later = new UserAgent(handlersWith(extras, site.prisma), agent.authenticator)
    for (const missing of [{ userVerified: false }, { userPresent: false }])
      expect(await later.signIn(missing)).toBe("WebAuthnVerificationError")
    expect(await later.email()).toBeNull()
  })

  test.each([{ userPresent: false }, { userVerified: false }, withoutPrompt])(
    "a registration that didn't begin as conditional is refused with %o",
    async (missing) => {
      const { agent } = await signedIn(extras)
      expect(await agent.register(undefined, missing)).toBe("WebAuthnVerificationError")
    },
  )

  test("signed out, the query changes nothing: no account without user verification", async () => {
    const agent = new UserAgent(handlersWith(extras, site.prisma), passkey())
    const email = site.newEmail()
    const end = await agent.beginRegistration(email, conditional)
    expect(await end(withoutPrompt)).toBe("WebAuthnVerificationError")
    expect(await site.countOf(`"User" WHERE "email" = '${email}'`)).toBe(0)
    const again = await agent.beginRegistration(email, conditional)
    expect(await again()).toBeNull()
  })

  test("the query with the response changes nothing", async () => {
    const { agent } = await signedIn(extras)
    const { options } = await optionsOf(agent, { action: "register" })
    const data = JSON.stringify(agent.authenticator.create(options.challenge, withoutPrompt))
    const response = await agent.request(
      "POST",
      "/api/auth/callback/passkey?mediation=conditional",
      new URLSearchParams({ action: "register", data, mediation: "conditional" }),
    )
    expect((await response.json()).url).toContain("error=WebAuthnVerificationError")
  })

  test("a challenge for conditional create doesn't relax a sign-in", async () => {
    const { agent } = await signedIn(extras)
    const end = await agent.beginRegistration(undefined, conditional)
    expect(await end()).toBeNull()
    const { options } = await optionsOf(agent, { action: "register", ...conditional })
    const data = JSON.stringify(agent.authenticator.get(options.challenge, { userVerified: false }))
    const response = await agent.request(
      "POST",
      "/api/auth/callback/passkey",
      new URLSearchParams({ action: "authenticate", data }),
    )
    expect((await response.json()).url).toContain("error=WebAuthnVerificationError")
  })

  test("requests that run at the same time keep their own requirements", async () => {
    const { agent } = await signedIn(extras)
    const queries = Array.from({ length: 20 }, (_, index) => (index % 2 ? conditional : {}))
    const answers = await Promise.all(
      queries.map((query) => optionsOf(agent, { action: "register", ...query })),
    )
    expect(
      answers.map(({ options }) => [
        options.rp.name,
        options.authenticatorSelection.userVerification,
      ]),
    ).toEqual(
      queries.map((query) => ["localhost:3000", query === conditional ? "preferred" : "required"]),
    )
  })
})

test("stock Auth.js refuses a passkey that was created without a prompt", async () => {
  const agent = new UserAgent(stockHandlers(site.prisma), passkey())
  expect(await agent.register(site.newEmail())).toBeNull()
  agent.authenticator = passkey()
  const end = await agent.beginRegistration(undefined, conditional)
  expect(await end(withoutPrompt)).toBe("WebAuthnVerificationError")
})

type Options = {
  challenge: string
  rp: { name: string }
  authenticatorSelection: { userVerification: string }
}

async function optionsOf(agent: UserAgent, query: Record<string, string>) {
  const path = `/api/auth/webauthn-options/passkey?${new URLSearchParams(query)}`
  const response = await agent.request("GET", path)
  return (await response.json()) as { options: Options }
}
