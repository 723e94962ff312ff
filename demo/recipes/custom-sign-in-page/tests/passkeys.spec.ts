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

  await page.goto("/sign-in")
  await page.getByRole("textbox", { name: "E-mail" }).fill(email)
  await page.getByRole("button", { name: "Create a passkey" }).click()
  await expect(signedInAs).toBeVisible()

  await page.getByRole("button", { name: "Sign out" }).click()
  await expect(signedInAs).toBeHidden()

  await page.goto("/sign-in")
  await page
    .getByRole("button", { name: "Sign in with a passkey" })
    .click()
  await expect(signedInAs).toBeVisible()
})
