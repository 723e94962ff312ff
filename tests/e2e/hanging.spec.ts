import type { Page } from "@playwright/test"
import { expect, signedInAs, test, type LiveDemo } from "../support/fixtures"

/** Never answers a request. */
const hang = (page: Page, url: string) => page.route(url, () => {})

/** Waits until the panel says that something takes long, and gives it up. */
async function giveUp(page: Page, demo: LiveDemo, words = "This is taking longer than usual.") {
  await page.clock.fastForward(21_000)
  await expect(demo.region.getByRole("status").filter({ hasText: words })).toBeVisible()
  await demo.button("Stop waiting").click()
  await expect(demo.region).toContainText("You stopped waiting.")
  await expect(demo.button("Stop waiting")).toBeHidden()
  await expect(demo.problem).toBeEmpty()
}

test.beforeEach(async ({ page, authenticator, demo }) => {
  expect(await authenticator.credentials()).toEqual([])
  await page.clock.install()
  await page.goto("/")
  await expect(demo.region).toBeVisible()
})

test("options that don't come can be given up, and nothing was saved", async ({ page, demo }) => {
  await hang(page, "**/api/auth/webauthn-options/**")
  await demo.button("Create a passkey").click()
  await expect(demo.region).toContainText("Requesting options")
  await giveUp(page, demo)
  await expect(demo.region).toContainText("No passkey was saved.")
  await page.unroute("**/api/auth/webauthn-options/**")
  await demo.register()
})

test("a prompt that nobody answers can be given up", async ({ page, demo, authenticator }) => {
  await authenticator.answers(false)
  await demo.button("Create a passkey").click()
  await expect(demo.region).toContainText("Your turn")
  await giveUp(page, demo, "Your authenticator hasn't answered yet.")
  await expect(demo.region).toContainText("No passkey was saved.")
  await authenticator.answers(true)
  await demo.register()
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("a verification that doesn't end can be given up, and what became of it is asked", async ({
  page,
  demo,
}) => {
  // The server gets the response, and its answer is lost.
  await page.route("**/api/auth/callback/passkey", async (route) => void (await route.fetch()))
  await demo.button("Create a passkey").click()
  await expect(demo.region).toContainText("Auth.js is verifying")
  await giveUp(page, demo)
  await expect(demo.region).toContainText("Auth.js may have saved the passkey anyway.")
  await expect(signedInAs(demo)).toBeVisible()
})

test("a session that doesn't come after a ceremony can be given up", async ({ page, demo }) => {
  await demo.open()
  await hang(page, "**/api/auth/session")
  await demo.button("Create a passkey").click()
  await expect(demo.region).toContainText("Auth.js is verifying")
  await giveUp(page, demo)
  await page.unroute("**/api/auth/session")
  await page.reload()
  await demo.open()
  await expect(signedInAs(demo)).toBeVisible()
})

test("a session that doesn't come at all can be given up, and a press that waits for it is dropped", async ({
  page,
  demo,
  authenticator,
}) => {
  await hang(page, "**/api/auth/session")
  await demo.button("Create a passkey").click()
  await expect(demo.region).toContainText("Loading your session…")
  await giveUp(page, demo)
  await page.unroute("**/api/auth/session")
  expect(await authenticator.credentials()).toEqual([])
  await demo.register()
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("signing out that doesn't end can be given up", async ({ page, demo }) => {
  await demo.register()
  await hang(page, "**/api/auth/signout")
  await demo.button("Sign out").click()
  await expect(demo.region).toContainText("Signing out…")
  await giveUp(page, demo)
  await expect(signedInAs(demo)).toBeVisible()
  await page.unroute("**/api/auth/signout")
  await demo.signOut()
})

test("erasing that doesn't end can be given up", async ({ page, demo }) => {
  await demo.register()
  await hang(page, "**/api/demo/account")
  await demo.button("Erase my demo account").click()
  await demo.button("Yes, erase").click()
  await expect(demo.region).toContainText("Erasing your account…")
  await giveUp(page, demo)
  await expect(signedInAs(demo)).toBeVisible()
})

test("rows that don't come keep nobody from signing out", async ({ page, demo }) => {
  await demo.register()
  await hang(page, "**/api/demo/rows")
  await demo.signOut()
  await expect(demo.button("Create a passkey")).toBeVisible()
})
