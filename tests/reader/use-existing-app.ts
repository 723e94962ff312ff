import { expect, type Page } from "@playwright/test"
import { VirtualAuthenticator } from "../support/virtual-authenticator"

/**
 * Uses an app with the custom sign-in page, as people do.
 *
 * @param settingsPath Where the page is that adds passkeys and signs out.
 */
export async function openExistingApp(page: Page, origin: string, settingsPath: string) {
  // Without a limit, a step that never comes would use up the whole test.
  page.setDefaultTimeout(20_000)
  const laptop = await VirtualAuthenticator.add(page)
  // While it streams, a page has its content twice, once hidden and outside of `main`.
  const main = page.getByRole("main")
  const emailField = main.getByLabel("E-mail", { exact: true })
  const button = (name: string) => page.getByRole("button", { name, exact: true })

  return {
    /** Opens a path while signed out. Whatever guards it leads to the sign-in page. */
    async openSignedOut(path: string) {
      await page.goto(origin + path)
      await page.waitForURL(/\/sign-in\?.*callbackUrl=/)
      await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible()
    },
    async signInWithPassword(email: string, password: string) {
      await emailField.fill(email)
      await main.getByLabel("Password").fill(password)
      await button("Sign in with a password").click()
    },
    /** Tries a wrong password. The page says so, and keeps the address. */
    async mistypePassword(email: string) {
      await this.signInWithPassword(email, "not the password")
      await expect(main).toContainText("The e-mail address or the password is wrong.")
      await expect(emailField).toHaveValue(email)
    },
    /** Asks for a link and opens it, as it stands in the app's log. */
    async signInByLink(email: string, log: () => string) {
      await main.getByLabel("E-mail for a link").fill(email)
      await button("Send a link").click()
      await page.waitForURL(/verify-request/)
      const link = () => new RegExp(`To ${email}: sign in at (\\S+)`).exec(log())?.[1]
      await expect.poll(link).toBeTruthy()
      await page.goto(link() ?? "")
    },
    async signInWithPasskey() {
      await button("Sign in with a passkey").click()
    },
    /** Leaves the prompt without a passkey. The page says so, and stays. */
    async cancel() {
      await laptop.verifiesUser(false)
      await button("Sign in with a passkey").click()
      await expect(main).toContainText("The prompt was closed")
      await laptop.verifiesUser(true)
    },
    async addFirstPasskey() {
      await button("Add a passkey").click()
      await expect(main.getByText("The passkey was added.")).toBeVisible()
      await expect(button("Add another passkey")).toBeVisible()
      expect(await laptop.credentials()).toHaveLength(1)
    },
    /** Adds a passkey on a second device: the first one refuses, because it has one. */
    async addAnotherPasskey() {
      await button("Add another passkey").click()
      await expect(main).toContainText("already has a passkey")
      await laptop.answers(false)
      const securityKey = await VirtualAuthenticator.add(page, "usb")
      await button("Add another passkey").click()
      await expect(main.getByText("The passkey was added.")).toBeVisible()
      expect(await securityKey.credentials()).toHaveLength(1)
      await securityKey.answers(false)
      await laptop.answers(true)
    },
    async signOut() {
      await page.goto(origin + settingsPath)
      await button("Sign out").click()
      await expect(button("Sign out")).toHaveCount(0)
    },
  }
}
