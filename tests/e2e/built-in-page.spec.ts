import { join } from "node:path"
import type { Page } from "@playwright/test"
import { addressOf, makeUpName } from "../../demo/live/panel/made-up-name"
import { root } from "../../scripts/root"
import { watchAutofill } from "../support/autofill-request"
import { expect, signedInAs, test } from "../support/fixtures"

const script = join(root, "node_modules/@simplewebauthn/browser/dist/bundle/index.umd.min.js")

/** Auth.js's page loads SimpleWebAuthn from unpkg. Here its answer comes from node_modules. */
async function openBuiltInPage(page: Page) {
  await page.route("https://unpkg.com/@simplewebauthn/browser@*/dist/bundle/*", (route) =>
    route.fulfill({ path: script, headers: { "Access-Control-Allow-Origin": "*" } }),
  )
  // The page asks for autofill by itself. Its challenge must not come after the one of a click.
  const autofill = page.waitForResponse(/webauthn-options/)
  await page.goto("/api/auth/signin")
  await autofill
}

const press = (page: Page) => page.getByRole("button", { name: "Sign in with Passkey" }).click()

test("the built-in page registers, and signs in whom it knows", async ({
  page,
  context,
  authenticator,
  demo,
}) => {
  const name = makeUpName()
  await openBuiltInPage(page)
  await page.getByLabel("Email").fill(addressOf(name))
  await press(page)
  await page.waitForURL("/")
  await demo.open()
  await expect(signedInAs(demo)).toContainText(name)
  expect(await authenticator.credentials()).toHaveLength(1)
  await demo.signOut()
  await context.clearCookies()

  // Else autofill is answered before anybody has pressed the button.
  await authenticator.answers(false)
  const untilAutofill = await watchAutofill(page)
  await openBuiltInPage(page)
  await untilAutofill()
  await page.getByLabel("Email").fill(addressOf(name))
  await authenticator.answers(true)
  await press(page)
  await page.waitForURL("/")
  await demo.open()
  await expect(signedInAs(demo)).toContainText(name)
})

// Firefox's virtual authenticator isn't offered by autofill.
test(
  "the built-in page offers the passkey by autofill",
  { tag: "@chromium" },
  async ({ page, authenticator, registered: demo }) => {
    const name = await signedInAs(demo).locator("strong").innerText()
    await demo.signOut()
    await openBuiltInPage(page)
    // The virtual authenticator picks what autofill offers, without a click.
    await page.waitForURL("/")
    await expect(signedInAs(demo)).toContainText(name)
    expect(await authenticator.credentials()).toHaveLength(1)
  },
)
