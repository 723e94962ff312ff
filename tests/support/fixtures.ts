import { test as base, expect, type Page } from "@playwright/test"
import { demoActions } from "../../demo/live/panel/demo-actions"
import type { PasskeyErrorCode } from "../../demo/recipes/custom-sign-in-page/passkeys/passkey-error"
import { problems } from "../../demo/recipes/custom-sign-in-page/passkeys/problem"
import { FirefoxAuthenticators } from "./firefox/authenticators"
import { hasFirefox } from "./firefox/installed"
import { freePort } from "./postgresql-server"
import { setFirefox, VirtualAuthenticator } from "./virtual-authenticator"

export type LiveDemo = ReturnType<typeof demoOf>

/** The live demo in a page, by what a reader sees of it. */
export function demoOf(page: Page) {
  const region = page.getByRole("region", { name: "Live demo" })
  const button = (name: string) => region.getByRole("button", { name, exact: true })
  return {
    region,
    button,
    name: region.getByLabel("A made-up name for your account"),
    problem: region.getByRole("alert"),
    /** Reaches for the demo, as a pointer does on its way to it, until its script is there. */
    async open() {
      await region.hover()
      await expect(region).toContainText("Runs on")
    },
    /** Creates an account with a passkey. */
    async register() {
      await button(demoActions.register.button).click()
      await expect(region).toContainText(demoActions.register.done)
    },
    async signOut() {
      await button(demoActions.signOut.button).click()
      await expect(region).toContainText("You are signed out.")
    },
    /** Says what went wrong in words, and what to do about it. A cancelled prompt is no problem. */
    async says(code: PasskeyErrorCode) {
      if (code === "cancelled") {
        const status = region.getByRole("status").filter({ hasText: problems.cancelled.what })
        await expect(status).toContainText("Try again when you're ready.")
        return expect(region.getByRole("alert")).toBeEmpty()
      }
      await expect(region.getByRole("alert")).toContainText(problems[code].what)
      await expect(region.getByRole("alert")).toContainText(problems[code].todo)
    },
  }
}

/** The name that the proposed or signed-in account has. */
export const signedInAs = (demo: LiveDemo) => demo.region.getByText(/^Signed in as/)

type Fixtures = {
  authenticator: VirtualAuthenticator
  demo: LiveDemo
  /** The demo on the front page, where somebody has just created an account with a passkey. */
  registered: LiveDemo
  installed: void
}
type WorkerFixtures = {
  /** What Firefox is started with, beside what its authenticators need. */
  firefoxPreferences: Record<string, string | number | boolean>
  /** The virtual authenticators of Firefox; `undefined` in other browsers. */
  firefox: FirefoxAuthenticators | undefined
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  firefoxPreferences: [{}, { scope: "worker", option: true }],
  firefox: [
    async ({ browserName }, use) => {
      if (browserName !== "firefox") return use(undefined)
      const firefox = new FirefoxAuthenticators(await freePort())
      setFirefox(firefox)
      await use(firefox)
      await firefox.close()
    },
    { scope: "worker" },
  ],
  // The browser depends on it, and so ends before the connection to it.
  launchOptions: [
    async ({ launchOptions, firefox, firefoxPreferences }, use) =>
      use(
        firefox
          ? { ...launchOptions, ...firefox.launchOptionsWith(firefoxPreferences) }
          : launchOptions,
      ),
    { scope: "worker" },
  ],
  // Before the others, which would start the browser.
  installed: [
    async ({ browserName, firefox }, use, { skip }) => {
      skip(browserName === "firefox" && !hasFirefox(), "Firefox is not installed.")
      await use()
      await firefox?.remove()
    },
    { auto: true },
  ],
  authenticator: async ({ page }, use) => use(await VirtualAuthenticator.add(page)),
  demo: async ({ page }, use) => use(demoOf(page)),
  registered: async ({ page, demo, authenticator }, use) => {
    await page.goto("/")
    await demo.register()
    expect(await authenticator.credentials()).toHaveLength(1)
    await use(demo)
  },
})

/**
 * Lets a person hesitate at the prompt: the browser's own prompt comes when the test says so. (A
 * virtual authenticator that was told not to answer never answers the same request later.)
 *
 * @returns Answers the prompt that is open, and all later ones.
 */
export async function holdPrompt(page: Page): Promise<() => void> {
  let answer = () => {}
  const answered = new Promise<void>((resolve) => (answer = resolve))
  await page.exposeFunction("promptAnswered", () => answered)
  await page.addInitScript(() => {
    const { promptAnswered } = window as unknown as { promptAnswered(): Promise<void> }
    const container = CredentialsContainer.prototype
    const { create, get } = container
    container.create = async function (options) {
      await promptAnswered()
      return create.call(this, options)
    }
    container.get = async function (options) {
      await promptAnswered()
      return get.call(this, options)
    }
  })
  return answer
}

/** Follows a link to another page of the guide, without leaving the document. */
export async function followLink(page: Page, name: string, address: string) {
  await page.getByRole("link", { name, exact: true }).filter({ visible: true }).first().click()
  await page.waitForURL(address)
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
}

export { expect }
