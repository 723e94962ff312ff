import type { Page } from "@playwright/test"
import { expect, followLink, signedInAs, test } from "../support/fixtures"
import type { VirtualAuthenticator } from "../support/virtual-authenticator"

const form = (page: Page) => page.getByRole("region", { name: "Sign-in form with autofill, live" })
const field = (page: Page) => form(page).getByRole("textbox", { name: "E-mail" })
const press = (page: Page, name: string) =>
  form(page).getByRole("button", { name, exact: true }).click()

type Recorded = { mediation?: string; uiMode?: string; state: "waiting" | "aborted" | "ended" }

/** Notes what the page asks the browser for, and passes it on. */
async function recordRequests(page: Page): Promise<() => Promise<Recorded[]>> {
  await page.addInitScript(() => {
    const asked: Recorded[] = []
    Object.assign(window, { asked })
    const { get } = CredentialsContainer.prototype
    CredentialsContainer.prototype.get = async function (options = {}) {
      const { mediation, signal, uiMode } = options as CredentialRequestOptions & Recorded
      const request: Recorded = {
        ...(mediation && { mediation }),
        ...(uiMode && { uiMode }),
        state: "waiting",
      }
      asked.push(request)
      try {
        return await get.call(this, options)
      } finally {
        request.state = signal?.aborted ? "aborted" : "ended"
      }
    }
  })
  return () => page.evaluate(() => (window as unknown as { asked: Recorded[] }).asked)
}

/** Until the field suggests passkeys. */
const untilOffered = (page: Page, asked: () => Promise<Recorded[]>) =>
  expect
    .poll(async () => (await asked()).at(-1))
    .toEqual({ mediation: "conditional", state: "waiting" })

/** Opens the page with an authenticator whose user picks nothing yet, and runs the form. */
async function openForm(page: Page, authenticator: VirtualAuthenticator) {
  const asked = await recordRequests(page)
  await authenticator.answers(false)
  await page.goto("/autofill")
  await press(page, "Run it here")
  await untilOffered(page, asked)
  return asked
}

/** Creates an account with the form. */
async function createAccount(page: Page) {
  const name = `autofill-${crypto.randomUUID().slice(0, 8)}`
  await field(page).fill(`${name}@passkeys.example`)
  await press(page, "Create a passkey")
  await expect(form(page)).toContainText(`You are signed in as ${name}@passkeys.example`)
  return name
}

test("a passkey that the browser suggests signs in, and the timeline says how", async ({
  page,
  authenticator,
  demo,
}) => {
  const asked = await openForm(page, authenticator)
  // Creating a passkey ends the request that waits.
  await authenticator.answers(true)
  const name = await createAccount(page)
  expect(await asked()).toEqual([{ mediation: "conditional", state: "aborted" }])

  // The virtual authenticator picks its passkey as soon as the browser suggests it.
  await demo.button("Sign out").click()
  await expect.poll(asked).toEqual([
    { mediation: "conditional", state: "aborted" },
    { mediation: "conditional", state: "ended" },
  ])
  await expect(form(page)).toContainText(`You are signed in as ${name}@passkeys.example`)
  await expect(signedInAs(demo)).toContainText(name)

  await demo.region.getByText("What happened, byte by byte").click()
  const timeline = demo.region.getByRole("combobox", { name: "Ceremony" })
  // The request that nobody picked from is not among them.
  await expect(timeline.locator("option")).toHaveText([
    /^Authentication by autofill, /,
    /^Registration, /,
  ])
  await demo.region.getByText("Your rows in the database").click()
  await expect(demo.region).toContainText("Before and after you signed in")
})

test("the button ends the request that waits, and works", async ({ page, authenticator, demo }) => {
  const asked = await openForm(page, authenticator)
  await authenticator.answers(true)
  const name = await createAccount(page)
  await authenticator.answers(false)
  await demo.signOut()
  await untilOffered(page, asked)
  await authenticator.answers(true)
  await press(page, "Sign in with a passkey")
  await expect(signedInAs(demo)).toContainText(name)
  expect((await asked()).slice(-2)).toEqual([
    { mediation: "conditional", state: "aborted" },
    { state: "ended" },
  ])
})

test("so does a button of the live demo", async ({ page, authenticator, demo }) => {
  const asked = await openForm(page, authenticator)
  await authenticator.answers(true)
  await demo.register()
  expect(await asked()).toEqual([{ mediation: "conditional", state: "aborted" }])
})

test("after a prompt that was closed, it begins again", async ({ page, authenticator, demo }) => {
  await page.addInitScript(() => {
    CredentialsContainer.prototype.create = () =>
      Promise.reject(new DOMException("The operation was not allowed.", "NotAllowedError"))
  })
  const asked = await openForm(page, authenticator)
  await field(page).fill("somebody@passkeys.example")
  await press(page, "Create a passkey")
  await expect(form(page).getByRole("alert")).toContainText("The prompt was closed")
  await expect.poll(asked).toEqual([
    { mediation: "conditional", state: "aborted" },
    { mediation: "conditional", state: "waiting" },
  ])
  await expect(demo.problem).toBeEmpty()
})

test("leaving the page ends it, and nothing is said of it", async ({
  page,
  authenticator,
  demo,
}) => {
  const asked = await openForm(page, authenticator)
  await followLink(page, "Glossary", "/glossary")
  await expect.poll(asked).toEqual([{ mediation: "conditional", state: "aborted" }])
  await demo.region.getByText("What happened, byte by byte").click()
  await expect(demo.region).toContainText("Nothing yet.")
})

test("it takes the focus from nobody", async ({ page, authenticator, demo }) => {
  expect(await authenticator.credentials()).toEqual([])
  await page.goto("/autofill")
  await demo.open()
  await expect(field(page)).toBeVisible()
  await expect(field(page)).not.toBeFocused()
  await expect(field(page)).toHaveAttribute("autocomplete", "username webauthn")
})

test("in a browser without autofill, it asks for nothing", async ({
  page,
  authenticator,
  demo,
}) => {
  await page.addInitScript(() => {
    PublicKeyCredential.getClientCapabilities = async () => ({ conditionalGet: false })
  })
  const asked = await recordRequests(page)
  const requests: string[] = []
  page.on("request", (request) => requests.push(request.url()))
  await page.goto("/autofill")
  await press(page, "Run it here")
  await expect(field(page)).toBeVisible()
  await field(page).focus()
  await demo.register()
  expect(await authenticator.credentials()).toHaveLength(1)
  expect(await asked()).toEqual([])
  expect(requests.filter((url) => url.includes("action=authenticate"))).toEqual([])
})

test("in a browser without passkeys, the form says so and has no buttons", async ({ page }) => {
  await page.addInitScript(() => void Reflect.deleteProperty(window, "PublicKeyCredential"))
  await page.goto("/autofill")
  await press(page, "Run it here")
  await expect(form(page)).toContainText("This browser can't use passkeys on this page.")
  await expect(form(page).getByRole("button")).toHaveCount(0)
})

// What the page says of the browser: that it takes one request at a time.
test("Chromium refuses a second request while one waits", async ({ page, authenticator }) => {
  await authenticator.answers(false)
  await page.goto("/glossary")
  const error = await page.evaluate(async () => {
    const publicKey = { challenge: new Uint8Array(16) }
    const { signal } = new AbortController()
    void navigator.credentials.get({ publicKey, signal, mediation: "conditional" }).catch(() => {})
    return navigator.credentials.get({ publicKey, signal }).then(
      () => "",
      (error: Error) => `${error.name}: ${error.message}`,
    )
  })
  expect(error).toBe("OperationError: A request is already pending.")
})

test("a passkey that the server doesn't know is forgotten, and one that it knows is not", async ({
  page,
  authenticator,
  registered,
}) => {
  await registered.signOut()
  // As when the database fails: the same error for a passkey that the server has.
  await page.route("**/api/auth/callback/passkey", (route) =>
    route.fulfill({
      json: { url: new URL("/api/auth/error?error=Configuration", page.url()).href },
    }),
  )
  const told = page.waitForResponse("**/api/passkeys/known")
  await registered.button("Sign in with a passkey").click()
  expect((await told).status()).toBe(204)
  await registered.says("not-accepted")
  expect(await authenticator.credentials()).toHaveLength(1)

  await page.unroute("**/api/auth/callback/passkey")
  await registered.button("Sign in with a passkey").click()
  await expect(signedInAs(registered)).toBeVisible()
  // The demo has the browser forget what it erases. A password manager may still have it elsewhere.
  const held = await authenticator.credentials()
  await registered.button("Erase my demo account").click()
  await registered.button("Yes, erase").click()
  await expect(registered.region).toContainText("deleted from the database")
  await authenticator.clear()
  await authenticator.receive(held)
  const unknown = page.waitForResponse("**/api/passkeys/known")
  await registered.button("Sign in with a passkey").click()
  expect((await unknown).status()).toBe(404)
  await registered.says("not-accepted")
  await expect.poll(() => authenticator.credentials()).toEqual([])
})

test("a new passkey that the server refuses is forgotten", async ({
  page,
  authenticator,
  demo,
}) => {
  await page.route("**/api/auth/callback/passkey", (route) =>
    route.fulfill({
      json: { url: new URL("/api/auth/error?error=WebAuthnVerificationError", page.url()).href },
    }),
  )
  await page.goto("/")
  await demo.button("Create a passkey").click()
  await demo.says("not-verified")
  expect(await authenticator.credentials()).toEqual([])
})
