import type { Page } from "@playwright/test"
import { barriers } from "../guide/barriers"
import { expect, test, type LiveDemo } from "../support/fixtures"
import { typeInto } from "../support/typing"
import { VirtualAuthenticator } from "../support/virtual-authenticator"

const settings = (demo: LiveDemo) => {
  const region = demo.region.getByRole("region", { name: "Your passkeys" })
  const button = (name: string) => region.getByRole("button", { name, exact: true })
  return { region, button, items: region.getByRole("listitem") }
}

/** A security key beside the device's own authenticator, and a passkey on it. */
async function addSecurityKey(page: Page, demo: LiveDemo, device: VirtualAuthenticator) {
  await VirtualAuthenticator.add(page, "usb")
  // In Firefox, the first to answer decides: this one would say that it has a passkey.
  await device.answers(false)
  await demo.button("Add another passkey").click()
  await expect(demo.region).toContainText("Your account now has another passkey.")
  await device.answers(true)
}

test("a reader renames a passkey, and sees what changed", async ({ registered: demo }) => {
  const { region, button, items } = settings(demo)
  await expect(items).toHaveCount(1)
  await expect(items).toContainText("Created just now. Not used to sign in yet.")
  await button("Rename").click()
  await expect(region.getByLabel("Name of this passkey")).toBeFocused()
  await typeInto(region.getByLabel("Name of this passkey"), "Work laptop")
  await button("Save").click()
  await expect(items.getByText("Work laptop")).toBeVisible()
  await expect(region.getByRole("status")).toHaveText("The passkey was renamed.")
  await expect(items).toBeFocused()

  await demo.region.getByText("Your rows in the database").click()
  await expect(demo.region).toContainText("Before and after you renamed a passkey")
  const row = demo.region.getByRole("region", { name: "Authenticator rows" })
  await expect(row).toContainText("→ Work laptop")
  await expect(row).toContainText("This row ischanged")
})

test("a sign-in shows when a passkey was last used", async ({ registered: demo }) => {
  await demo.signOut()
  await expect(settings(demo).region).toBeHidden()
  await demo.button("Sign in with a passkey").click()
  await expect(settings(demo).items).toContainText("Last used just now.")
})

// Firefox's virtual authenticators don't confirm while there are two of them.
test(
  "of two passkeys one is removed, and the last one stays",
  { tag: "@chromium" },
  async ({ page, authenticator, registered: demo }) => {
    const { region, button, items } = settings(demo)
    await addSecurityKey(page, demo, authenticator)
    await expect(items).toHaveCount(2)
    await items.last().getByRole("button", { name: "Remove" }).click()
    const question = region.getByRole("group", { name: /can’t sign you in any more/ })
    await expect(question).toBeFocused()
    await page.keyboard.press("Escape")
    await expect(items.last()).toBeFocused()

    await items.last().getByRole("button", { name: "Remove" }).click()
    await button("Yes, remove it").click()
    await expect(items).toHaveCount(1)
    await expect(region.getByRole("heading", { name: "Your passkeys" })).toBeFocused()
    await expect(region.getByRole("status")).toHaveText("The passkey was removed.")
    await demo.region.getByText("Your rows in the database").click()
    for (const name of ["Account", "Authenticator"])
      await expect(demo.region.getByRole("region", { name: `${name} rows` })).toContainText(
        "This row isdeleted",
      )

    await button("Remove").click()
    await button("Yes, remove it").click()
    await expect(region.getByRole("alert")).toContainText("This is your only way to sign in.")
    await expect(items).toHaveCount(1)
    await button("End all other sessions").click()
    await expect(region.getByRole("status")).toHaveText("Other sessions that have ended: 0.")
  },
)

// Firefox's virtual authenticators don't confirm while there are two of them.
test(
  "two tabs remove the last two passkeys at once: one is refused",
  { tag: "@chromium" },
  async ({ page, context, authenticator, registered: demo }) => {
    await addSecurityKey(page, demo, authenticator)
    const other = await context.newPage()
    // Each removal is confirmed with a passkey, in either tab.
    await (await VirtualAuthenticator.add(other)).receive(await authenticator.credentials())
    await other.goto("/")
    await other.getByRole("region", { name: "Live demo" }).hover()
    const tabs = [page, other].map((tab) => tab.getByRole("region", { name: "Your passkeys" }))
    for (const [index, tab] of tabs.entries()) {
      await expect(tab.getByRole("listitem")).toHaveCount(2)
      await tab.getByRole("button", { name: "Remove" }).nth(index).click()
    }
    const answers = [page, other].map((tab) =>
      tab.waitForResponse((response) => response.request().method() === "DELETE"),
    )
    await Promise.all(
      tabs.map((tab) => tab.getByRole("button", { name: "Yes, remove it" }).click()),
    )
    const statuses = (await Promise.all(answers)).map((response) => response.status())
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    await page.reload()
    await demo.open()
    await expect(settings(demo).items).toHaveCount(1)
  },
)

test("a hostile name is text, and stays in its place", async ({ page, registered: demo }) => {
  const { region, button, items } = settings(demo)
  const name = `<img src=x onerror="document.title='hacked'">${"W".repeat(19)}`
  await button("Rename").click()
  await typeInto(region.getByLabel("Name of this passkey"), name)
  await button("Save").click()
  await expect(items.getByText(name)).toBeVisible()
  await expect(page).not.toHaveTitle("hacked")
  expect(await region.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
  expect(await barriers(page, "[aria-labelledby=live-demo-heading]")).toEqual([])
})

// Firefox's virtual authenticators don't confirm while there are two of them.
test(
  "a passkey that another tab removed is gone after the next press",
  { tag: "@chromium" },
  async ({ page, authenticator, registered: demo }) => {
    await addSecurityKey(page, demo, authenticator)
    const { region, button, items } = settings(demo)
    await expect(items).toHaveCount(2)
    const status = await page.evaluate(async () => {
      const { passkeys } = await (await fetch("/api/passkeys")).json()
      const { id } = passkeys[1]
      const headers = { "Content-Type": "application/json" }
      const options = await fetch("/api/passkeys/step-up", {
        method: "POST",
        headers,
        body: JSON.stringify({ deed: `remove-passkey:${id}` }),
      })
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await options.json())
      const confirmation = await navigator.credentials.get({ publicKey })
      const response = await fetch("/api/passkeys", {
        method: "DELETE",
        headers,
        body: JSON.stringify({ id, confirmation }),
      })
      return response.status
    })
    expect(status).toBe(200)
    await items.last().getByRole("button", { name: "Rename" }).click()
    await button("Save").click()
    await expect(region.getByRole("alert")).toHaveText("Your account has no such passkey.")
    await expect(items).toHaveCount(1)
  },
)
