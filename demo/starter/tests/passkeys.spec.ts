import { expect, test } from "@playwright/test"

test("create a passkey, sign out, and sign in with it", async ({
  page,
}) => {
  // Chromium's virtual authenticator confirms every prompt, as a person
  // with a fingerprint would.
  const browser = await page.context().newCDPSession(page)
  await browser.send("WebAuthn.enable")
  await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
  const email = `${crypto.randomUUID()}@passkeys.example`
  const signedInAs = page
    .getByRole("paragraph")
    .filter({ hasText: email })

  await page.goto("/")
  // The page asks the browser to offer passkeys in its field. Its
  // challenge must come first.
  const offered = page.waitForResponse(/webauthn-options/)
  await page.getByRole("button", { name: "Sign in" }).click()
  await offered
  await page.getByLabel("Email").fill(email)
  await page
    .getByRole("button", { name: "Sign in with Passkey" })
    .click()
  await expect(signedInAs).toBeVisible()

  await page.getByRole("button", { name: "Sign out" }).click()
  await page.waitForURL("**/api/auth/signout**")
  await page.getByRole("button", { name: "Sign out" }).click()
  await expect(
    page.getByRole("button", { name: "Sign in" }),
  ).toBeVisible()

  // The browser offers the passkey, and the virtual authenticator
  // accepts without a click.
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(signedInAs).toBeVisible()
})
