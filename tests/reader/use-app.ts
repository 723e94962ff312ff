import { expect, type Page } from "@playwright/test"
import { watchAutofill } from "../support/autofill-request"
import { VirtualAuthenticator } from "../support/virtual-authenticator"
import { answerForUnpkg } from "./offline"

/** Uses the app of the quick start in a browser, as its reader does. */
export async function openApp(page: Page, origin: string, email = "reader@passkeys.example") {
  await answerForUnpkg(page)
  const untilAutofill = await watchAutofill(page)
  const authenticator = await VirtualAuthenticator.add(page)
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click()

  async function openSignIn() {
    // Else autofill takes the passkey before anybody has pressed a button.
    await authenticator.answers(false)
    await page.goto(origin)
    await press("Sign in")
    await untilAutofill()
    await page.getByLabel("Email").fill(email)
    await authenticator.answers(true)
  }
  async function expectSignedIn() {
    await page.waitForURL(`${origin}/`)
    await expect(page.getByText(`You are ${email}.`)).toBeVisible()
    expect(await authenticator.credentials()).toHaveLength(1)
  }
  return {
    authenticator,
    /** Creates a passkey where there is none, and signs in with it where there is one. */
    async signIn() {
      await openSignIn()
      await press("Sign in with Passkey")
      await expectSignedIn()
    },
    /** Leaves the prompt without a passkey, and tries again. */
    async cancelOnce() {
      await openSignIn()
      await authenticator.verifiesUser(false)
      const refused = page.waitForEvent("console", (message) =>
        /NotAllowedError/.test(message.text()),
      )
      await press("Sign in with Passkey")
      await refused
      await authenticator.verifiesUser(true)
      await press("Sign in with Passkey")
      await expectSignedIn()
    },
    async signOut() {
      await page.goto(origin)
      await press("Sign out")
      await page.waitForURL(/\/api\/auth\/signout/)
      await press("Sign out")
      await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible()
    },
  }
}
