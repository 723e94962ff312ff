import { expect, signedInAs, test } from "../support/fixtures"

test("offline, the demo says so, and all is well when the connection is back", async ({
  page,
  context,
  authenticator,
  demo,
}) => {
  await page.goto("/")
  await demo.open()
  await context.setOffline(true)
  await demo.button("Create a passkey").click()
  await demo.says("network")
  await context.setOffline(false)
  await demo.register()
  // The list of passkeys is loaded after the reader has signed in.
  await expect(demo.region.getByRole("button", { name: "Rename" })).toBeVisible()

  await context.setOffline(true)
  await demo.button("Sign out").click()
  await demo.says("network")
  await expect(signedInAs(demo)).toBeVisible()
  await demo.button("Add another passkey").click()
  await demo.says("network")
  await demo.button("Erase my demo account").click()
  await demo.button("Yes, erase").click()
  await demo.says("network")
  await expect(signedInAs(demo)).toBeVisible()

  await context.setOffline(false)
  await demo.signOut()
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("a connection that is lost during the prompt is one that the reader hears of", async ({
  page,
  authenticator,
  demo,
}) => {
  await page.route("**/api/auth/callback/passkey", (route) => route.abort("internetdisconnected"))
  await page.goto("/")
  await demo.button("Create a passkey").click()
  await demo.says("network")
  await expect(signedInAs(demo)).toBeHidden()
  // The authenticator has made its passkey by then, and the server knows nothing of it.
  expect(await authenticator.credentials()).toHaveLength(1)

  await page.unroute("**/api/auth/callback/passkey")
  await demo.register()
})

test("offline before the demo's script is there, a click is answered in words", async ({
  page,
  context,
  authenticator,
  demo,
}) => {
  await page.goto("/")
  await page.waitForLoadState("networkidle")
  await context.setOffline(true)
  await demo.button("Create a passkey").click()
  await expect(demo.problem).toContainText("The demo couldn't be loaded.")
  await context.setOffline(false)
  await demo.button("Create a passkey").click()
  await expect(signedInAs(demo)).toBeVisible()
  expect(await authenticator.credentials()).toHaveLength(1)
})
