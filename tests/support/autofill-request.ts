import type { Page } from "@playwright/test"

/**
 * Notes, on the pages that are opened from now on, when they ask the browser to offer passkeys by autofill.
 *
 * An authenticator that begins to answer before that is asked by autofill at once. One that begins
 * afterwards is not: to it, the request is over.
 *
 * @returns Waits until the open page has asked.
 */
export async function watchAutofill(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const { get } = CredentialsContainer.prototype
    CredentialsContainer.prototype.get = function (options) {
      const answer = get.call(this, options)
      if (options?.mediation === "conditional") Object.assign(window, { hasAskedAutofill: true })
      return answer
    }
  })
  return async () => void (await page.waitForFunction(() => "hasAskedAutofill" in window))
}
