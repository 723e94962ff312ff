import type { Page } from "@playwright/test"
import { expect, signedInAs, test } from "../support/fixtures"

/** Presses Tab until a control of the demo has the focus, and then Enter. */
async function tabToAndPress(page: Page, name: string) {
  const button = page
    .getByRole("region", { name: "Live demo" })
    .getByRole("button", { name, exact: true })
  const focused = () => button.evaluate((element) => element === document.activeElement)
  // More presses than a page has controls.
  for (let presses = 0; presses < 200; presses++) {
    if ((await button.count()) > 0 && (await focused())) break
    await page.keyboard.press("Tab")
  }
  await expect(button).toBeFocused()
  await page.keyboard.press("Enter")
}

test("the demo works with the keyboard alone", async ({ page, authenticator, demo }) => {
  await page.goto("/")
  await tabToAndPress(page, "Create a passkey")
  await expect(demo.region).toContainText("1 passkey")
  expect(await authenticator.credentials()).toHaveLength(1)
  const name = await signedInAs(demo).locator("strong").innerText()

  await tabToAndPress(page, "Sign out")
  await expect(demo.region).toContainText("You are signed out.")
  await tabToAndPress(page, "Sign in with a passkey")
  await expect(signedInAs(demo)).toContainText(name)

  await tabToAndPress(page, "Erase my demo account")
  await tabToAndPress(page, "Keep it")
  await tabToAndPress(page, "Erase my demo account")
  await tabToAndPress(page, "Yes, erase")
  await expect(demo.region).toContainText("deleted from the database")
})

test("the focus stays where it is when the demo's script comes", async ({ page, demo }) => {
  await page.goto("/glossary")
  await demo.button("Sign in with a passkey").focus()
  await expect(demo.region).toContainText("Runs on")
  await expect(demo.button("Sign in with a passkey")).toBeFocused()
})

test("whoever types a name while the demo's script comes goes on typing", async ({
  page,
  demo,
}) => {
  await page.goto("/glossary")
  await demo.name.pressSequentially("early-", { delay: 20 })
  await expect(demo.region).toContainText("Runs on")
  await page.keyboard.type("bird")
  await expect(demo.name).toHaveValue("early-bird")
})

test("a control that goes does not take the focus out of the demo", async ({
  page,
  authenticator,
  demo,
}) => {
  await page.goto("/glossary")
  await demo.open()
  await demo.button("Create a passkey").focus()
  await page.keyboard.press("Enter")
  await expect(signedInAs(demo)).toBeVisible()
  await expect(demo.region).toBeFocused()
  // Not on another control: a second press of Enter uses none.
  await page.keyboard.press("Enter")
  await page.keyboard.press("Tab")
  await expect(demo.button("See your rows")).toBeFocused()
  expect(await authenticator.credentials()).toHaveLength(1)
})
