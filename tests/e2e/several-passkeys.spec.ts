import { expect, test } from "../support/fixtures"
import { VirtualAuthenticator } from "../support/virtual-authenticator"

test("a second authenticator gets a second passkey, and each of them signs in", async ({
  page,
  authenticator,
  registered: demo,
}) => {
  const securityKey = await VirtualAuthenticator.add(page, "usb")
  await authenticator.answers(false)
  await demo.button("Add another passkey").click()
  await expect(demo.region).toContainText("Your account now has another passkey.")
  await expect(demo.region).toContainText("2 passkeys")
  expect(await authenticator.credentials()).toHaveLength(1)
  expect(await securityKey.credentials()).toHaveLength(1)

  for (const [answering, silent] of [
    [securityKey, authenticator],
    [authenticator, securityKey],
  ] as const) {
    await demo.signOut()
    await silent.answers(false)
    await answering.answers(true)
    await demo.button("Sign in with a passkey").click()
    await expect(demo.region).toContainText("2 passkeys")
  }
})

test("an authenticator that has a passkey for the account makes no other", async ({
  authenticator,
  registered: demo,
}) => {
  await demo.button("Add another passkey").click()
  await demo.says("already-registered")
  await expect(demo.region).toContainText("1 passkey")
  expect(await authenticator.credentials()).toHaveLength(1)
})
