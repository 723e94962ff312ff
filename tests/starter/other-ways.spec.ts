import { expect, test, type Page } from "@playwright/test"
import { startMailCatcher } from "../support/mail-catcher"
import { startOpenIdProvider } from "../support/openid-provider"
import { expectNoError } from "../support/server-log"
import { VirtualAuthenticator } from "../support/virtual-authenticator"
import { addOtherWays } from "./other-ways-app"
import { makeReadersApp, type ReadersApp } from "./readers-app"

let app: ReadersApp
let server: Awaited<ReturnType<ReadersApp["start"]>>
let mail: Awaited<ReturnType<typeof startMailCatcher>>
let openId: Awaited<ReturnType<typeof startOpenIdProvider>>

test.describe.configure({ mode: "default" })
test.beforeAll(async ({}, { project }) => {
  test.setTimeout(600_000)
  const site = String(project.use.baseURL)
  app = await makeReadersApp(site, "", addOtherWays, {}, { checksTypes: false })
  mail = await startMailCatcher()
  openId = await startOpenIdProvider(`${app.origin}/api/auth/callback/company`)
  Object.assign(process.env, {
    EMAIL_SERVER: mail.url,
    EMAIL_FROM: "App <app@passkeys.example>",
    OPENID_ISSUER: openId.issuer,
    OPENID_CLIENT_ID: openId.clientId,
    OPENID_CLIENT_SECRET: openId.clientSecret,
  })
  server = await app.start()
})
test.afterAll(async () => {
  await server?.stop()
  await Promise.all([mail?.stop(), openId?.stop()])
  await app?.remove()
})

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })
// By its role: while a page streams in, what it will show is there a second time, hidden.
const signedInAs = (page: Page, email: string) =>
  page.getByRole("paragraph").filter({ hasText: `You are ${email}.` })

async function signInByLink(page: Page, email: string) {
  const before = mail.to(email).length
  await page.goto(`${app.origin}/sign-in`)
  await page.getByLabel("E-mail for a link").fill(email)
  await button(page, "Send a link").click()
  await page.waitForURL(/verify-request/)
  const link = /http:\S+\/sign-in\/confirm\?\S+/.exec(mail.to(email)[before]?.text ?? "")?.[0]
  await page.goto(link ?? "")
  await button(page, `Sign in as ${email}`).click()
  await expect(signedInAs(page, email)).toBeVisible()
}

async function addFirstPasskey(page: Page) {
  await button(page, "Add a passkey").click()
  await expect(page.getByText("The passkey was added.")).toBeVisible()
}

async function signOut(page: Page) {
  await button(page, "Sign out").click()
  await expect(page.getByRole("heading", { name: "Signed out" })).toBeVisible()
}

async function signInWithPasskey(page: Page, email: string) {
  await page.goto(`${app.origin}/sign-in`)
  await button(page, "Sign in with a passkey").click()
  await expect(signedInAs(page, email)).toBeVisible()
}

test("a link by e-mail, a passkey, and codes for when it's lost", async ({ page }) => {
  const email = "link@passkeys.example"
  await VirtualAuthenticator.add(page)
  await signInByLink(page, email)
  await addFirstPasskey(page)
  expect(mail.to(email).map(({ subject }) => subject)).toEqual([
    `Sign in to ${new URL(app.origin).host}`,
    "A new way to sign in to your account",
  ])
  await button(page, "Create new recovery codes").click()
  const codes = page.getByRole("listitem")
  await expect(codes).toHaveCount(10)
  const code = (await codes.first().textContent()) ?? ""
  expect(code).toMatch(/^(\w{5}-){3}\w{5}$/)
  await signOut(page)
  await signInWithPasskey(page, email)
  await signOut(page)

  const field = page.getByLabel("Recovery code")
  const recover = button(page, "Sign in with a recovery code")
  await page.goto(`${app.origin}/sign-in`)
  // Among the providers it stands as a kind of e-mail, and has no second form for links.
  await expect(field).toBeVisible()
  await expect(page.getByLabel("E-mail for a link")).toHaveCount(1)
  await field.fill(code.replace(/^./, "u"))
  await recover.click()
  const refusal = page.getByRole("alert").filter({ hasText: "This code is wrong" })
  await expect(refusal).toBeVisible()
  // As people type it who copy from paper.
  await field.fill(code.toUpperCase().replaceAll("-", " ").replaceAll("0", "O"))
  await recover.click()
  await expect(signedInAs(page, email)).toBeVisible()
  await signOut(page)
  await page.goto(`${app.origin}/sign-in`)
  await field.fill(code)
  await recover.click()
  await expect(refusal).toBeVisible()
})

test("an OpenID provider, then a passkey", async ({ page }) => {
  const email = "company@passkeys.example"
  await VirtualAuthenticator.add(page)
  openId.signInAs({ sub: "company", email, email_verified: true })
  await page.goto(`${app.origin}/sign-in`)
  await button(page, "Sign in with Company").click()
  await expect(signedInAs(page, email)).toBeVisible()
  await addFirstPasskey(page)
  await signOut(page)
  await signInWithPasskey(page, email)
})

test("an unconfirmed address, and one that has an account, are refused in words", async ({
  page,
}) => {
  const email = "taken@passkeys.example"
  await VirtualAuthenticator.add(page)
  await signInByLink(page, email)
  await signOut(page)
  for (const email_verified of [false, true]) {
    openId.signInAs({ sub: `taken ${email_verified}`, email, email_verified })
    // At the provider too, it's another person.
    await page.context().clearCookies()
    await page.goto(`${app.origin}/sign-in`)
    await button(page, "Sign in with Company").click()
    // Auth.js has a page of its own for a refusal, and sends the other one to yours.
    await expect(
      page
        .getByText(email_verified ? "You were not signed in." : "Access Denied")
        .filter({ visible: true }),
    ).toBeVisible()
  }
})

test("codes are made for who is signed in, and at the request of this site only", async ({
  page,
  request,
}) => {
  const ask = () =>
    page.evaluate(async () => {
      const response = await fetch("/api/recovery-codes", { method: "POST" })
      return { status: response.status, store: response.headers.get("Cache-Control") }
    })
  await page.goto(`${app.origin}/sign-in`)
  expect((await ask()).status).toBe(401)
  await signInByLink(page, "codes@passkeys.example")
  expect(await ask()).toEqual({ status: 200, store: "no-store" })
  const cookie = (await page.context().cookies())
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ")
  const fromElsewhere = await request.post(`${app.origin}/api/recovery-codes`, {
    headers: { cookie, "Sec-Fetch-Site": "cross-site" },
  })
  expect(fromElsewhere.status()).toBe(403)
  expect(await fromElsewhere.json()).toEqual({ error: "The request must come from this site." })
})

test("the log has no error but the refusals", () => {
  expectNoError(
    server
      .output()
      .split("\n")
      .filter((line) => !/Verification|AccessDenied|OAuthAccountNotLinked/.test(line))
      .join("\n"),
  )
})
