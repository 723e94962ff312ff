import type { Page } from "@playwright/test"
import { expect, signedInAs, test, type LiveDemo } from "../support/fixtures"
import { practiceOf } from "../support/practice"
import { typeInto } from "../support/typing"
import { VirtualAuthenticator } from "../support/virtual-authenticator"

const settings = (demo: LiveDemo) => {
  const region = demo.region.getByRole("region", { name: "Your passkeys" })
  const button = (name: string) => region.getByRole("button", { name, exact: true })
  return { region, button, items: region.getByRole("listitem") }
}

/** Adds a security key beside the device's own authenticator, and a passkey on it. */
async function addSecurityKey(page: Page, demo: LiveDemo, device: VirtualAuthenticator) {
  const key = await VirtualAuthenticator.add(page, "usb")
  // In Firefox, the first to answer decides: this one would say that it has a passkey.
  await device.answers(false)
  await demo.button("Add another passkey").click()
  await expect(settings(demo).items).toHaveCount(2)
  await device.answers(true)
  return key
}

// Firefox's virtual authenticators don't confirm while there are two of them.
test(
  "a removal asks for a passkey, and the timeline shows what was confirmed",
  { tag: "@chromium" },
  async ({ page, authenticator, registered: demo }) => {
    const { region, button, items } = settings(demo)
    await addSecurityKey(page, demo, authenticator)

    await items.last().getByRole("button", { name: "Remove" }).click()
    await button("Yes, remove it").click()
    await expect(items).toHaveCount(1)
    await expect(region.getByRole("status")).toHaveText("The passkey was removed.")

    await demo.region.getByText("What happened, byte by byte").click()
    await expect(demo.region.getByRole("combobox", { name: "Ceremony" })).toContainText(
      "Confirmation",
    )
    const steps = demo.region.locator("ol").getByRole("button")
    await expect(steps).toHaveText([
      /Requests options to confirm/,
      /Binds the challenge to this browser/,
      /Requests a signature/,
      /Sends the signature with the request/,
    ])
    await steps.first().click()
    const dialog = page.getByRole("dialog")
    await expect(dialog).toContainText("remove-passkey:")
    await expect(dialog.getByRole("treeitem", { name: /^userVerification( |$)/ })).toContainText(
      "required",
    )
  },
)

// Firefox's virtual authenticators don't confirm while there are two of them.
test(
  "a removal that isn't confirmed removes nothing",
  { tag: "@chromium" },
  async ({ page, authenticator, registered: demo }) => {
    const { region, button, items } = settings(demo)
    const key = await addSecurityKey(page, demo, authenticator)
    for (const one of [authenticator, key]) await one.verifiesUser(false)
    await items.last().getByRole("button", { name: "Remove" }).click()
    await button("Yes, remove it").click()
    await expect(region.getByRole("alert").filter({ hasText: "couldn't verify" })).toBeVisible()
    await expect(items).toHaveCount(2)

    for (const one of [authenticator, key]) await one.verifiesUser(true)
    await items.last().getByRole("button", { name: "Remove" }).click()
    await button("Yes, remove it").click()
    await expect(items).toHaveCount(1)
  },
)

test("what is said of a removal goes with the next press", async ({
  authenticator,
  registered: demo,
}) => {
  const { region, button, items } = settings(demo)
  const refused = region.getByText("This is your only way to sign in.")
  const unconfirmed = region.getByText("couldn't verify that it was you")
  await button("Remove").click()
  await button("Yes, remove it").click()
  await expect(refused).toBeVisible()

  await authenticator.verifiesUser(false)
  await button("Remove").click()
  await button("Yes, remove it").click()
  await expect(unconfirmed).toBeVisible()
  await expect(refused).toBeHidden()

  await button("Rename").click()
  await typeInto(region.getByLabel("Name of this passkey"), "Work laptop")
  await button("Save").click()
  await expect(items.getByText("Work laptop")).toBeVisible()
  await expect(unconfirmed).toBeHidden()
})

test("an account is erased without its passkey, which may be lost", async ({
  authenticator,
  registered: demo,
}) => {
  await authenticator.clear()
  await demo.button("Erase my demo account").click()
  await demo.button("Yes, erase").click()
  await expect(demo.region).toContainText("deleted from the database")
  await expect(signedInAs(demo)).toBeHidden()
})

test("a practice passkey confirms too", async ({ page, demo }) => {
  const practice = practiceOf(page)
  await page.goto("/")
  await practice.turnOn()
  const name = await practice.register()
  const { region, button, items } = settings(demo)
  await expect(items).toHaveCount(1)
  await button("Remove").click()
  await button("Yes, remove it").click()
  await practice.answer(new RegExp(name))
  // It was confirmed. That it's the last one is another matter.
  await expect(region.getByRole("alert")).toContainText("This is your only way to sign in.")
  await demo.region.getByText("What happened, byte by byte").click()
  await expect(demo.region.getByText("practice passkey", { exact: true })).toBeVisible()
})
