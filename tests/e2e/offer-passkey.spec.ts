import type { Page, Request } from "@playwright/test"
import { VirtualAuthenticator } from "../support/virtual-authenticator"
import { demoOf, expect, signedInAs, test } from "../support/fixtures"

const part = (page: Page) => page.getByRole("region", { name: "Offer a passkey, live" })
const button = (page: Page, name: string) => part(page).getByRole("button", { name, exact: true })
const offer = (page: Page) =>
  part(page).getByRole("region", { name: "Sign in with a passkey next time?" })
const hasLeft = (page: Page) => expect(part(page)).toContainText('router.replace("/")')

/** Signs in with the demo on the page of the offer. */
async function signIn(page: Page) {
  await page.goto("/offer-a-passkey")
  const demo = demoOf(page)
  await demo.open()
  await demo.register()
  return demo
}

test("who accepts has a passkey, and isn't asked again on this device", async ({
  page,
  authenticator,
}) => {
  const demo = await signIn(page)
  await expect(offer(page)).toBeVisible()
  // As on a second device.
  await authenticator.clear()
  await button(page, "Create a passkey").click()
  await hasLeft(page)
  expect(await authenticator.credentials()).toHaveLength(1)
  await expect(signedInAs(demo)).toContainText("2 passkeys")

  await button(page, "Sign in by link again").click()
  await hasLeft(page)
  await expect(offer(page)).toBeHidden()
})

test("who has a passkey on this device already is told so, and isn't asked again", async ({
  page,
  authenticator,
}) => {
  await signIn(page)
  await button(page, "Create a passkey").click()
  await expect(offer(page).getByRole("alert")).toContainText("This device already has a passkey")
  expect(await authenticator.credentials()).toHaveLength(1)
  await button(page, "Continue").click()
  await hasLeft(page)
  await button(page, "Sign in by link again").click()
  await hasLeft(page)
})

test("who declines is never asked again, until they take it back", async ({
  page,
  authenticator,
}) => {
  const demo = await signIn(page)
  const name = await signedInAs(demo).locator("strong").innerText()
  await button(page, "Don't ask again on this device").click()
  await hasLeft(page)
  await button(page, "Sign in by link again").click()
  await hasLeft(page)
  // It lasts, and says nothing of who it was.
  const kept = await page.evaluate(() => Object.keys(localStorage).join())
  expect(kept).toContain("passkey-offer-")
  expect(kept).not.toContain(name)
  await page.reload()
  await page.mouse.move(0, 0)
  await part(page).hover()
  await hasLeft(page)

  await button(page, "Offer me a passkey on this device again").click()
  await expect(part(page)).toContainText("You'll be asked after your next sign-in")
  await button(page, "Sign in by link again").click()
  await expect(offer(page)).toBeVisible()
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("who skips it is asked the next time", async ({ page, authenticator }) => {
  await signIn(page)
  await button(page, "Not now").click()
  await hasLeft(page)
  await button(page, "Sign in by link again").click()
  await expect(offer(page)).toBeVisible()
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("a device that can't keep a passkey offers none", async ({ page }) => {
  await VirtualAuthenticator.add(page, "usb")
  await signIn(page)
  await hasLeft(page)
})

/**
 * Chromium's virtual authenticator has no conditional create: there a test plays the browser that has
 * it, and creates the passkey in the usual way.
 *
 * @param outcome What the browser does when the page asks for a passkey without a prompt.
 */
async function withConditionalCreate(page: Page, outcome: "creates" | "refuses" | "hasn't it") {
  await page.addInitScript((outcome) => {
    const own = PublicKeyCredential.getClientCapabilities.bind(PublicKeyCredential)
    PublicKeyCredential.getClientCapabilities = async () => ({
      ...(await own()),
      conditionalCreate: outcome !== "hasn't it",
    })
    const { create } = CredentialsContainer.prototype
    CredentialsContainer.prototype.create = async function (options) {
      const { mediation, ...rest } = (options ?? {}) as { mediation?: string }
      if (mediation === "conditional" && outcome === "refuses")
        throw new DOMException("No password was filled in.", "NotAllowedError")
      return create.call(this, rest)
    }
  }, outcome)
}

const asksForOptions = (request: Request) => request.url().includes("webauthn-options")

test("after a password, the browser creates a passkey, and nobody is asked", async ({
  page,
  authenticator,
}) => {
  await withConditionalCreate(page, "creates")
  const demo = await signIn(page)
  await button(page, "Not now").click()
  await authenticator.clear()
  const asked = page.waitForRequest(asksForOptions)
  await button(page, "Sign in with a password again").click()
  await hasLeft(page)
  expect(new URL((await asked).url()).searchParams.get("mediation")).toBe("conditional")
  expect(await authenticator.credentials()).toHaveLength(1)

  await demo.signOut()
  await demo.button("Sign in with a passkey").click()
  await expect(signedInAs(demo)).toContainText("2 passkeys")
})

test("a browser that creates none says nothing, and the offer follows", async ({
  page,
  authenticator,
}) => {
  await withConditionalCreate(page, "refuses")
  await signIn(page)
  await button(page, "Not now").click()
  await button(page, "Sign in with a password again").click()
  await expect(offer(page)).toBeVisible()
  await expect(offer(page).getByRole("alert")).toBeEmpty()
  expect(await authenticator.credentials()).toHaveLength(1)
})

// Chromium says that it has conditional create, and its virtual authenticator never answers.
test("a browser that doesn't answer isn't waited for", async ({ page, authenticator }) => {
  await signIn(page)
  await button(page, "Not now").click()
  await button(page, "Sign in with a password again").click()
  await expect(offer(page)).toBeVisible({ timeout: 10_000 })
  await expect(offer(page).getByRole("alert")).toBeEmpty()
  // What it left doesn't stand in the way.
  await authenticator.clear()
  await button(page, "Create a passkey").click()
  await hasLeft(page)
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("without conditional create the server isn't asked", async ({ page, authenticator }) => {
  await withConditionalCreate(page, "hasn't it")
  await signIn(page)
  await button(page, "Not now").click()
  const asked: string[] = []
  page.on("request", (request) => {
    if (asksForOptions(request)) asked.push(request.url())
  })
  await button(page, "Sign in with a password again").click()
  await expect(offer(page)).toBeVisible()
  expect(asked).toEqual([])
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("a passkey that the server refuses is forgotten again", async ({ page, authenticator }) => {
  await withConditionalCreate(page, "creates")
  await signIn(page)
  await button(page, "Not now").click()
  const before = await authenticator.credentials()
  await authenticator.clear()
  // A challenge that the server didn't send.
  await page.route("**/api/auth/callback/passkey", async (route) => {
    const form = new URLSearchParams(route.request().postData() ?? "")
    const data = JSON.parse(form.get("data") ?? "")
    const clientData = JSON.parse(Buffer.from(data.response.clientDataJSON, "base64url").toString())
    const changed = JSON.stringify({ ...clientData, challenge: "AAAA" })
    data.response.clientDataJSON = Buffer.from(changed).toString("base64url")
    form.set("data", JSON.stringify(data))
    await route.continue({ postData: form.toString() })
  })
  const verified = page.waitForResponse("**/api/auth/callback/passkey")
  await button(page, "Sign in with a password again").click()
  expect((await (await verified).json()).url).toContain("error=WebAuthnVerificationError")
  await expect(offer(page)).toBeVisible()
  await expect.poll(() => authenticator.credentials()).toEqual([])
  await expect(offer(page).getByRole("alert")).toBeEmpty()
  await authenticator.receive(before)
})
