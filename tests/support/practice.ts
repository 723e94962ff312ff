import type { Page } from "@playwright/test"
import { demoOf, expect } from "./fixtures"

/** The practice passkey in a page, by what a reader sees of it. */
export function practiceOf(page: Page) {
  const { region, open } = demoOf(page)
  const dialog = page.getByRole("dialog")
  const toggle = region.getByRole("switch", { name: "Use a practice passkey" })
  const details = region.getByText("Settings and passkeys")
  return {
    dialog,
    toggle,
    details,
    /** The names of its passkeys stand in it. */
    list: region.getByRole("region", { name: "Practice passkeys in this browser" }),
    setting: (name: string) => region.getByLabel(name, { exact: true }),
    answer: (name: string | RegExp) => dialog.getByRole("button", { name }).click(),
    async turnOn() {
      await open()
      await toggle.click()
      await expect(details).toBeVisible()
    },
    /** Creates an account with a practice passkey. Returns its name. */
    async register() {
      const { button } = demoOf(page)
      await button("Create a passkey").click()
      await dialog.getByRole("button", { name: "Create it" }).click()
      await expect(region).toContainText("You have a passkey, and you are signed in.")
      return region
        .getByText(/^Signed in as/)
        .locator("strong")
        .innerText()
    },
  }
}
