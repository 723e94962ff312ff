import { expect, followLink, holdPrompt, signedInAs, test } from "../support/fixtures"

test("a reader who turns the page during the prompt is signed in on the next one", async ({
  page,
  authenticator,
  demo,
}) => {
  const answer = await holdPrompt(page)
  await page.goto("/")
  await demo.button("Create a passkey").click()
  await expect(demo.region).toContainText("Your turn")

  await followLink(page, "Glossary", "/glossary")
  await expect(demo.region).toContainText("Your turn")
  answer()
  await expect(demo.region).toContainText("You have a passkey, and you are signed in.")
  await expect(signedInAs(demo)).toBeVisible()
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("the session goes with the reader: to other pages, back, and through a reload", async ({
  page,
  authenticator,
  registered: demo,
}) => {
  const name = await signedInAs(demo).locator("strong").innerText()

  await followLink(page, "Support matrix", "/support-matrix")
  await expect(signedInAs(demo)).toContainText(name)
  await followLink(page, "Glossary", "/glossary")
  await expect(signedInAs(demo)).toContainText(name)
  await page.goBack()
  await page.waitForURL("/support-matrix")
  await expect(signedInAs(demo)).toContainText(name)
  await expect(demo.region).toHaveCount(1)

  await page.reload()
  await expect(signedInAs(demo)).toContainText(name)
  await expect(demo.region).toContainText("1 passkey")
  expect(await authenticator.credentials()).toHaveLength(1)
})

// In Firefox, no prompt stays open.
test(
  "a reload during the prompt ends the ceremony, and the next one works",
  { tag: "@chromium" },
  async ({ page, authenticator, demo }) => {
    await authenticator.answers(false)
    await page.goto("/")
    await demo.button("Create a passkey").click()
    await expect(demo.region).toContainText("Your turn")
    await page.reload()
    await authenticator.answers(true)
    await demo.register()
    expect(await authenticator.credentials()).toHaveLength(1)
  },
)

test("a reader who comes back to a cached page after signing out sees that", async ({
  page,
  authenticator,
  registered: demo,
}) => {
  await page.goto("/glossary")
  await expect(signedInAs(demo)).toBeVisible()
  await demo.signOut()
  await page.goBack()
  await expect(demo.button("Create a passkey")).toBeVisible()
  await demo.open()
  await expect(signedInAs(demo)).toBeHidden()
  expect(await authenticator.credentials()).toHaveLength(1)
})
