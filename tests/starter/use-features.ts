import { expect, test, type Page } from "@playwright/test"
import { VirtualAuthenticator } from "../support/virtual-authenticator"

const email = "features@passkeys.example"

/** Uses an app with all features of the download, in a browser with an authenticator. */
export async function useFeatures(page: Page, origin: string) {
  const button = (name: string) => page.getByRole("button", { name, exact: true })
  const items = page.getByRole("listitem")
  const expectSignedIn = () =>
    expect(page.getByRole("paragraph").filter({ hasText: `You are ${email}.` })).toBeVisible({
      timeout: 15_000,
    })
  const signals = await watchSignals(page)
  const device = await VirtualAuthenticator.add(page)

  await test.step("register, and name the passkey in the settings", async () => {
    await page.goto(`${origin}/sign-in`)
    await page.getByRole("textbox", { name: "E-mail" }).fill(email)
    await button("Create a passkey").click()
    await expectSignedIn()
    await page.getByRole("link", { name: "Settings" }).click()
    await button("Rename").click()
    await page.getByLabel("Name of this passkey").fill("Work laptop")
    await button("Save").click()
    await expect(items.filter({ hasText: "Work laptop" })).toBeVisible()
    await expect.poll(signals).toContain("signalAllAcceptedCredentials")
    expect(await signals()).toContain("signalCurrentUserDetails")
  })

  await test.step("sign out, and sign in by autofill", async () => {
    await page.goto(origin)
    await button("Sign out").click()
    await expect(page.getByRole("heading", { name: "Signed out" })).toBeVisible()
    await page.getByRole("link", { name: "Sign in" }).click()
    await expectSignedIn()
  })

  await test.step("a session alone adds and removes nothing", async () => {
    await page.goto(`${origin}/settings`)
    const { id, ...statuses } = await page.evaluate(withoutConfirmation)
    expect(id).toMatch(/^[\w-]+$/)
    expect(statuses).toEqual({ removal: 403, deletion: 403 })
  })

  await test.step("add a passkey and remove it, each confirmed with the first", async () => {
    await button("Add another passkey").click()
    await expect(page.getByText("Now create the passkey.")).toBeVisible()
    const key = await VirtualAuthenticator.add(page, "usb")
    await device.answers(false)
    await button("Create the passkey").click()
    await expect(items).toHaveCount(2)
    await device.answers(true)
    await items.filter({ hasText: "Security key" }).getByRole("button", { name: "Remove" }).click()
    await button("Yes, remove it").click()
    await expect(page.getByText("The passkey was removed.")).toBeVisible()
    await expect(items).toHaveCount(1)
    await expect.poll(() => key.credentials()).toEqual([])
    await expect.poll(signals).toContain("signalUnknownCredential")
  })
}

/** Notes which signals the pages send, and sends them. */
async function watchSignals(page: Page): Promise<() => Promise<string[]>> {
  const sent = new Set<string>()
  await page.exposeFunction("noteSignal", (name: string) => void sent.add(name))
  await page.addInitScript(() => {
    const { noteSignal } = window as unknown as { noteSignal: (name: string) => void }
    const browser = PublicKeyCredential as unknown as Record<string, (given: object) => unknown>
    for (const name of Object.getOwnPropertyNames(browser).filter((one) => /^signal/.test(one))) {
      const send = browser[name]?.bind(browser)
      browser[name] = (given) => {
        noteSignal(name)
        return send?.(given)
      }
    }
  })
  return async () => [...sent]
}

/** Runs in the page. */
async function withoutConfirmation() {
  const { passkeys } = await (await fetch("/api/passkeys")).json()
  const id: string = passkeys[0].id
  const remove = async (path: string) => {
    const headers = { "Content-Type": "application/json" }
    return (await fetch(path, { method: "DELETE", headers, body: JSON.stringify({ id }) })).status
  }
  return { id, removal: await remove("/api/passkeys"), deletion: await remove("/api/account") }
}
