import type { Page } from "@playwright/test"
import { expect, followLink, signedInAs, test } from "../support/fixtures"
import { practiceOf } from "../support/practice"

const optionsEndpoint = "**/api/auth/webauthn-options/**"

/** Changes the options that Auth.js made, on their way to the page. */
const changeOptions = (page: Page, change: (options: Record<string, unknown>) => void) =>
  page.route(optionsEndpoint, async (route) => {
    const response = await route.fetch()
    const answer = await response.json()
    change(answer.options)
    await route.fulfill({ response, json: answer })
  })

test("register, sign out, sign in, and all of it is marked as practice", async ({ page, demo }) => {
  const practice = practiceOf(page)
  await page.goto("/")
  await practice.turnOn()
  await demo.button("Create a passkey").click()
  await expect(practice.dialog).toContainText("Practice")
  await expect(practice.dialog).toContainText("at localhost")
  await practice.answer("Create it")
  await expect(demo.region).toContainText("1 passkey")
  await expect(signedInAs(demo)).toContainText("Practice")

  await demo.signOut()
  await demo.button("Sign in with a passkey").click()
  await practice.answer(/made/)
  await expect(demo.region).toContainText("You are signed in.")
  await expect(signedInAs(demo)).toContainText("Practice")
})

test("after a reload it is still there, and answers", async ({ page, demo }) => {
  const practice = practiceOf(page)
  await page.goto("/")
  await practice.turnOn()
  const name = await practice.register()
  await page.goto("/glossary")
  await expect(practice.toggle).toBeChecked()
  await expect(signedInAs(demo)).toContainText("Practice")
  await demo.signOut()

  // The press comes before any of the demo's script.
  await page.reload()
  await demo.button("Sign in with a passkey").click()
  await practice.answer(new RegExp(name))
  await expect(signedInAs(demo)).toContainText(name)
})

test("a prompt that is cancelled makes nothing, and signs nobody in", async ({ page, demo }) => {
  const practice = practiceOf(page)
  await page.goto("/")
  await practice.turnOn()
  await demo.button("Create a passkey").click()
  await practice.answer("Cancel")
  await demo.says("cancelled")
  await practice.details.click()
  await expect(practice.list).toContainText("None yet.")

  await demo.button("Sign in with a passkey").click()
  await expect(practice.dialog).toContainText("No practice passkey for this site")
  await practice.answer("Close")
  await demo.says("cancelled")

  await practice.register()
  await demo.signOut()
  await demo.button("Sign in with a passkey").click()
  await expect(practice.dialog).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(practice.dialog).toBeHidden()
  await demo.says("cancelled")
  await expect(signedInAs(demo)).toBeHidden()
})

test("a prompt goes with the reader who turns the page", async ({ page, demo }) => {
  const practice = practiceOf(page)
  await page.goto("/")
  await followLink(page, "Glossary", "/glossary")
  await practice.turnOn()
  await demo.button("Create a passkey").click()
  await expect(practice.dialog).toBeVisible()
  await page.goBack()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Read every byte.")
  await practice.answer("Create it")
  await expect(signedInAs(demo)).toContainText("Practice")
})

test("a prompt that nobody answers goes when the time is over", async ({ page, demo }) => {
  const practice = practiceOf(page)
  await changeOptions(page, (options) => (options.timeout = 60_000))
  await page.clock.install()
  await page.goto("/")
  await practice.turnOn()
  await demo.button("Create a passkey").click()
  await expect(practice.dialog).toBeVisible()
  await page.clock.fastForward(60_000)
  await expect(practice.dialog).toBeHidden()
  await demo.says("cancelled")
})

test("of several passkeys the reader chooses one", async ({ page, demo }) => {
  const practice = practiceOf(page)
  await page.goto("/")
  await practice.turnOn()
  const names: string[] = []
  for (let accounts = 0; accounts < 3; accounts++) {
    names.push(await practice.register())
    await demo.signOut()
  }
  for (const name of names) {
    await demo.button("Sign in with a passkey").click()
    await expect(practice.dialog).toContainText("Which practice passkey?")
    await expect(practice.dialog.getByRole("listitem")).toHaveCount(3)
    await practice.answer(new RegExp(name))
    await expect(signedInAs(demo)).toContainText(name)
    await demo.signOut()
  }
})

test("for an account that it has a passkey for, it makes no other", async ({ page, demo }) => {
  const practice = practiceOf(page)
  await page.goto("/")
  await practice.turnOn()
  await practice.register()
  await demo.button("Add another passkey").click()
  await practice.answer("Create it")
  await demo.says("already-registered")
  await expect(demo.region).toContainText("1 passkey")
})

test("it signs with RS256 and counts, and the server counts along", async ({ page, demo }) => {
  const practice = practiceOf(page)
  await page.goto("/")
  await practice.turnOn()
  await practice.details.click()
  await practice.setting("Algorithms").selectOption("RS256")
  await practice.setting("Signature counter").selectOption("counting")
  const name = await practice.register()
  await expect(practice.list).toContainText("RS256")
  await expect(practice.list).toContainText("counter 0")
  for (const count of [1, 2]) {
    await demo.signOut()
    await demo.button("Sign in with a passkey").click()
    await practice.answer(new RegExp(name))
    await expect(signedInAs(demo)).toBeVisible()
    await expect(practice.list).toContainText(`counter ${count}`)
  }
  // The settings outlive the page.
  await page.reload()
  await practice.details.click()
  await expect(practice.setting("Algorithms")).toHaveValue("RS256")
  await expect(practice.setting("Signature counter")).toHaveValue("counting")
})

test("without user verification it refuses, as Auth.js requires it", async ({ page, demo }) => {
  const practice = practiceOf(page)
  await page.goto("/")
  await practice.turnOn()
  await practice.details.click()
  await practice.setting("User verification").selectOption("off")
  await demo.button("Create a passkey").click()
  await expect(practice.dialog).toContainText("The server requires user verification")
  await practice.answer("Close")
  await demo.says("cancelled")
})

test("a page that does not require user verification meets a server that does", async ({
  page,
  demo,
}) => {
  const practice = practiceOf(page)
  await page.goto("/")
  await practice.turnOn()
  const name = await practice.register()
  await demo.signOut()
  await practice.details.click()
  await practice.setting("User verification").selectOption("off")
  await changeOptions(page, (options) => (options.userVerification = "preferred"))
  await demo.button("Sign in with a passkey").click()
  await practice.answer(new RegExp(name))
  await demo.says("not-verified")
})

test("a passkey can be deleted; an erased account takes its passkeys along", async ({
  page,
  demo,
}) => {
  const practice = practiceOf(page)
  await page.goto("/")
  await practice.turnOn()
  await practice.details.click()
  const lost = await practice.register()
  await demo.signOut()
  await practice.list.getByRole("button", { name: `Delete the passkey of ${lost}` }).click()
  await expect(practice.list).toContainText("None yet.")

  const erased = await practice.register()
  await expect(practice.list).toContainText(erased)
  await demo.button("Erase my demo account").click()
  await demo.button("Yes, erase").click()
  await expect(demo.region).toContainText("deleted from the database")
  await expect(practice.list).toContainText("None yet.")

  // And when it is off.
  await practice.register()
  await practice.toggle.click()
  await expect(practice.details).toBeHidden()
  await demo.button("Erase my demo account").click()
  await demo.button("Yes, erase").click()
  await expect(demo.region).toContainText("deleted from the database")
  await practice.toggle.click()
  await practice.details.click()
  await expect(practice.list).toContainText("None yet.")
})

for (const without of ["PublicKeyCredential", "navigator.credentials"] as const)
  test(`a browser without ${without} is offered it, and everything works`, async ({
    page,
    demo,
  }) => {
    await page.addInitScript((without) => {
      Reflect.deleteProperty(window, "PublicKeyCredential")
      if (without === "navigator.credentials")
        Reflect.deleteProperty(Navigator.prototype, "credentials")
    }, without)
    const practice = practiceOf(page)
    await page.goto("/")
    await demo.open()
    await expect(demo.region).toContainText("You can still try everything here.")
    await practice.turnOn()
    const name = await practice.register()
    await demo.signOut()
    await demo.button("Sign in with a passkey").click()
    await practice.answer(new RegExp(name))
    await expect(signedInAs(demo)).toContainText(name)
    await demo.signOut()

    await practice.toggle.click()
    await expect(practice.details).toBeHidden()
    await demo.button("Sign in with a passkey").click()
    await demo.says("unsupported")
  })

test("where storage is blocked, it works until the page is left, and says so", async ({
  page,
  demo,
}) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError")
        },
      })
  })
  const practice = practiceOf(page)
  await page.goto("/")
  await practice.turnOn()
  const name = await practice.register()
  await practice.details.click()
  await expect(practice.list).toContainText("lost when you leave")
  await demo.signOut()
  await demo.button("Sign in with a passkey").click()
  await practice.answer(new RegExp(name))
  await expect(signedInAs(demo)).toContainText(name)
})

test("it works with the keyboard alone", async ({ page, demo }) => {
  const practice = practiceOf(page)
  await page.goto("/")
  await demo.open()
  await practice.toggle.focus()
  await page.keyboard.press("Space")
  await expect(practice.toggle).toBeChecked()
  await demo.button("Create a passkey").focus()
  await page.keyboard.press("Enter")
  await expect(practice.dialog.getByRole("heading")).toBeFocused()
  // A second press answers nothing.
  await page.keyboard.press("Enter")
  await page.keyboard.press("Tab")
  await expect(practice.dialog.getByRole("button", { name: "Create it" })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(demo.region).toContainText("1 passkey")

  await demo.button("Sign out").focus()
  await page.keyboard.press("Enter")
  await demo.button("Sign in with a passkey").focus()
  await page.keyboard.press("Enter")
  await expect(practice.dialog.getByRole("heading")).toBeFocused()
  await page.keyboard.press("Escape")
  await demo.says("cancelled")
  await expect(demo.button("Sign in with a passkey")).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(practice.dialog.getByRole("heading")).toBeFocused()
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  await expect(signedInAs(demo)).toContainText("Practice")
})
