import { demoOf, expect, holdPrompt, signedInAs, test } from "../support/fixtures"
import { VirtualAuthenticator } from "../support/virtual-authenticator"

test("signing in, signing out and erasing in one tab show in the other", async ({
  page,
  context,
  authenticator,
  demo,
}) => {
  await page.goto("/")
  await demo.open()
  const otherPage = await context.newPage()
  const other = demoOf(otherPage)
  await otherPage.goto("/glossary")
  await other.open()

  await page.bringToFront()
  await demo.register()
  const name = await signedInAs(demo).locator("strong").innerText()
  await expect(signedInAs(other)).toContainText(name)

  await demo.signOut()
  await expect(signedInAs(other)).toBeHidden()
  await demo.button("Sign in with a passkey").click()
  await expect(signedInAs(other)).toContainText(name)
  await expect(demo.region).toContainText("You are signed in.")

  await otherPage.bringToFront()
  await other.button("Erase my demo account").click()
  await other.button("Yes, erase").click()
  await expect(other.region).toContainText("deleted from the database")
  await expect(signedInAs(demo)).toBeHidden()
  await expect(demo.button("Create a passkey")).toBeVisible()
  // What this tab did before is no longer so.
  await expect(demo.region).not.toContainText("You are signed in.")
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("a ceremony in another tab spoils the challenge of this one, and another try works", async ({
  page,
  context,
  authenticator,
  demo,
}) => {
  const answer = await holdPrompt(page)
  await page.goto("/")
  await demo.button("Create a passkey").click()
  await expect(demo.region).toContainText("Your turn")

  const otherPage = await context.newPage()
  const other = demoOf(otherPage)
  await (await VirtualAuthenticator.add(otherPage)).answers(false)
  await otherPage.goto("/glossary")
  await other.button("Create a passkey").click()
  await expect(other.region).toContainText("Your turn")

  await page.bringToFront()
  answer()
  await demo.says("not-verified")
  await expect(signedInAs(demo)).toBeHidden()
  await demo.register()
  expect((await authenticator.credentials()).length).toBeGreaterThan(0)
})

test("a challenge that is gone when the prompt is answered is said in words, and another try works", async ({
  page,
  context,
  authenticator,
  demo,
}) => {
  const answer = await holdPrompt(page)
  await page.goto("/")
  await demo.button("Create a passkey").click()
  await expect(demo.region).toContainText("Your turn")
  const cookies = await context.cookies()
  expect(cookies.map(({ name }) => name)).toContain("authjs.challenge")
  // As after 15 minutes.
  await context.clearCookies({ name: "authjs.challenge" })
  answer()
  await demo.says("not-accepted")
  await demo.register()
  expect((await authenticator.credentials()).length).toBeGreaterThan(0)
})
