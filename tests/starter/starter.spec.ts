import { expect, test, type Page } from "@playwright/test"
import { VirtualAuthenticator } from "../support/virtual-authenticator"
import { expectNoError } from "../support/server-log"
import { addGitHub, makeReadersApp, type ReadersApp } from "./readers-app"

// By its role: while a page streams in, what it will show is there a second time, hidden.
const paragraph = (page: Page, text: string) =>
  page.getByRole("paragraph").filter({ hasText: text })

let app: ReadersApp
let server: Awaited<ReturnType<ReadersApp["start"]>>

// One build for all of them: a reader's app that has another provider beside passkeys.
test.describe.configure({ mode: "default" })
test.beforeAll(async ({}, { project }) => {
  test.setTimeout(600_000)
  const site = String(project.use.baseURL)
  // tests/unit/starter-files.test.ts checks the types of every choice, and core.spec.ts those of a build.
  app = await makeReadersApp(site, "", addGitHub, {}, { checksTypes: false })
  server = await app.start()
})
test.afterAll(async () => {
  await server?.stop()
  await app?.remove()
})

test("what a reader downloads builds, starts, registers, adds a passkey, signs out and signs in", async ({
  page,
}) => {
  const authenticator = await VirtualAuthenticator.add(page)
  const signedIn = page.getByRole("heading", { name: "Signed in", exact: true })
  await page.goto(`${app.origin}/`)
  await page.getByRole("link", { name: "Sign in" }).click()
  await page.getByRole("textbox", { name: "E-mail" }).fill("reader@passkeys.example")
  await page.getByRole("button", { name: "Create a passkey" }).click()
  await expect(signedIn).toBeVisible()
  await expect(paragraph(page, "You are reader@passkeys.example.")).toBeVisible()

  await page.getByRole("button", { name: "Add another passkey" }).click()
  await expect(page.getByText("This device already has a passkey")).toBeVisible()
  const securityKey = await VirtualAuthenticator.add(page, "usb")
  await authenticator.answers(false)
  await page.getByRole("button", { name: "Add another passkey" }).click()
  await expect(page.getByRole("status")).toHaveText("The passkey was added.")
  expect(await authenticator.credentials()).toHaveLength(1)
  expect(await securityKey.credentials()).toHaveLength(1)

  for (const [answering, silent] of [
    [securityKey, authenticator],
    [authenticator, securityKey],
  ] as const) {
    await page.getByRole("button", { name: "Sign out" }).click()
    await expect(page.getByRole("heading", { name: "Signed out" })).toBeVisible()
    await page.goto(`${app.origin}/sign-in`)
    await silent.answers(false)
    await answering.answers(true)
    await page.getByRole("button", { name: "Sign in with a passkey" }).click()
    await expect(signedIn).toBeVisible()
  }

  // Who is signed in needs no sign-in page, and stays signed in through a reload.
  await page.goto(`${app.origin}/sign-in`)
  await expect(signedIn).toBeVisible()
  await page.reload()
  await expect(signedIn).toBeVisible()
  expectNoError(server.output())
})

test("the sign-in page keeps the other providers", async ({ page }) => {
  const sent: string[] = []
  await page.route("https://github.com/**", async (route) => {
    sent.push(route.request().url())
    await route.fulfill({ body: "GitHub" })
  })
  await page.goto(`${app.origin}/sign-in`)
  await page.getByRole("button", { name: "Sign in with GitHub" }).click()
  await expect.poll(() => sent[0]).toContain("client_id=github-client")
})

test("who came from another page returns to it, and to no other site", async ({ page }) => {
  const authenticator = await VirtualAuthenticator.add(page)
  const signIn = page.getByRole("button", { name: "Sign in with a passkey" })
  const query = (callbackUrl: string) => `?${new URLSearchParams({ callbackUrl })}`
  await page.goto(`${app.origin}/sign-in${query(`${app.origin}/?from=settings`)}`)
  await page.getByRole("textbox", { name: "E-mail" }).fill("returning@passkeys.example")
  await page.getByRole("button", { name: "Create a passkey" }).click()
  await page.waitForURL(`${app.origin}/?from=settings`)
  expect(await authenticator.credentials()).toHaveLength(1)

  // Who is signed in already goes there too.
  await page.goto(`${app.origin}/sign-in${query("/?from=elsewhere")}`)
  await page.waitForURL(`${app.origin}/?from=elsewhere`)

  await page.getByRole("button", { name: "Sign out" }).click()
  await expect(page.getByRole("heading", { name: "Signed out" })).toBeVisible()
  await page.goto(`${app.origin}/sign-in${query("https://elsewhere.example/?from=mail")}`)
  await signIn.click()
  await page.waitForURL(`${app.origin}/?from=mail`)
  await expect(page.getByRole("heading", { name: "Signed in", exact: true })).toBeVisible()
})

test("who has an account already adds a first passkey", async ({ page }) => {
  await VirtualAuthenticator.add(page)
  await app.signInByOtherMeans(page.context(), "first@passkeys.example")
  await page.goto(`${app.origin}/`)
  await expect(page.getByRole("button", { name: "Add another passkey" })).toHaveCount(0)
  await page.getByRole("button", { name: "Add a passkey", exact: true }).click()
  await expect(page.getByRole("status")).toHaveText("The passkey was added.")
  await expect(page.getByRole("button", { name: "Add another passkey" })).toBeVisible()

  await page.getByRole("button", { name: "Sign out" }).click()
  await page.getByRole("link", { name: "Sign in" }).click()
  await page.getByRole("button", { name: "Sign in with a passkey" }).click()
  await expect(paragraph(page, "You are first@passkeys.example.")).toBeVisible()
})

test("who has no e-mail address is told why there is no button", async ({ page }) => {
  await app.signInByOtherMeans(page.context(), null)
  await page.goto(`${app.origin}/`)
  await expect(paragraph(page, "To add a passkey, add an e-mail address first.")).toBeVisible()
  await expect(page.getByRole("button", { name: /passkey/ })).toHaveCount(0)
})

test("a failed sign-in with another provider is announced", async ({ page }) => {
  await page.goto(`${app.origin}/sign-in?error=OAuthAccountNotLinked`)
  await expect(page.getByRole("alert").filter({ hasText: "You were not signed in." })).toBeVisible()
})

test("useSession learns of a sign-in that began before the first session had loaded", async ({
  page,
}) => {
  await VirtualAuthenticator.add(page)
  let answerFirst = () => {}
  const held = new Promise<void>((resolve) => (answerFirst = resolve))
  let asked = 0
  await page.route("**/api/auth/session", async (route) => {
    if (++asked === 1) await held
    await route.continue()
  })
  await page.goto(`${app.origin}/sign-in`)
  await page.getByRole("textbox", { name: "E-mail" }).fill("early@passkeys.example")
  await page.getByRole("button", { name: "Create a passkey" }).click()
  await expect(paragraph(page, "You are early@passkeys.example.")).toBeVisible()
  await expect.poll(() => asked).toBeGreaterThan(1)
  answerFirst()
})

test("what a reader downloads has a test of its own, which passes", async () => {
  test.setTimeout(240_000)
  expect(await app.test(process.env.CHROMIUM)).toContain("1 passed")
})
