import { expect, test } from "./fixtures"

test("register, sign out, sign in", async ({ page, authenticator, demo }) => {
  await page.goto("/")
  await demo.button("Create a passkey").click()
  await expect(demo.region).toContainText("You have a passkey, and you are signed in.")
  await expect(demo.region).toContainText("1 passkey")
  expect(await authenticator.credentials()).toHaveLength(1)

  await demo.button("Sign out").click()
  await expect(demo.region).toContainText("You are signed out.")

  await demo.button("Sign in with a passkey").click()
  await expect(demo.region).toContainText("You are signed in.")
  await expect(demo.region).toContainText("updated the counter")
})
