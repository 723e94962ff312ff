import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "@playwright/test"
import { root } from "../../scripts/root"
import { expect, signedInAs, test } from "../support/fixtures"
import { typeInto } from "../support/typing"

const form = (page: Page) => page.getByRole("region", { name: "Sign-in form, live" })
const addition = (page: Page) => page.getByRole("region", { name: "Add a passkey, live" })
const email = (page: Page) => form(page).getByRole("textbox", { name: "E-mail" })
const press = (page: Page, name: string) =>
  form(page).getByRole("button", { name, exact: true }).click()

test.beforeEach(async ({ page, authenticator }) => {
  expect(await authenticator.credentials()).toEqual([])
  await page.goto("/custom-sign-in-page")
})

test("the form that the page shows creates an account, signs in, and adds a passkey", async ({
  page,
  authenticator,
  demo,
}) => {
  await press(page, "Run it here")
  await expect(email(page)).toHaveValue(/^[a-z]+-[a-z]+-\d{4}@passkeys\.example$/)
  const [name = ""] = (await email(page).inputValue()).split("@")
  await press(page, "Create a passkey")
  await expect(form(page)).toContainText('router.push("/")')
  await expect(page).toHaveURL(/\/custom-sign-in-page$/)
  expect(await authenticator.credentials()).toHaveLength(1)

  // Its effect shows in the panel.
  await expect(signedInAs(demo)).toContainText(name)
  await expect(demo.region).toContainText("You have a passkey, and you are signed in.")
  await demo.region.getByText("What happened, byte by byte").click()
  await expect(demo.region.getByRole("button", { name: "Requests options" })).toBeVisible()
  await demo.region.getByText("Your rows in the database").click()
  await expect(demo.region).toContainText("Before and after you created a passkey")

  // As on a second device.
  await authenticator.clear()
  await addition(page).getByRole("button", { name: "Add another passkey" }).click()
  await expect(addition(page)).toContainText("The passkey was added.")
  await expect(signedInAs(demo)).toContainText("2 passkeys")

  await demo.signOut()
  await press(page, "Sign in with a passkey")
  await expect(form(page)).toContainText(`You are signed in as ${name}@passkeys.example`)
  await expect(signedInAs(demo)).toContainText(name)
})

test("in a browser without passkeys, a sentence takes the button's place", async ({ page }) => {
  await press(page, "Run it here")
  await press(page, "Create a passkey")
  await expect(addition(page).getByRole("button")).toHaveText(["Add another passkey"])
  // As if the account were opened in another browser.
  await page.addInitScript(() => void Reflect.deleteProperty(window, "PublicKeyCredential"))
  await page.reload()
  await expect(addition(page)).toContainText("This browser can't create passkeys on this page.")
  await expect(addition(page).getByRole("button")).toHaveCount(0)
})

test("its errors are in the words that the page shows", async ({ page, authenticator }) => {
  await press(page, "Run it here")
  await authenticator.verifiesUser(false)
  await press(page, "Create a passkey")
  await expect(form(page).getByRole("alert")).toContainText(
    "The prompt was closed, timed out, or couldn't verify that it was you.",
  )
})

test("it takes no real address", async ({ page }) => {
  const asked: string[] = []
  page.on("request", (request) => asked.push(request.url()))
  await press(page, "Run it here")
  await typeInto(email(page), "someone@gmail.com")
  await press(page, "Create a passkey")
  const message = await email(page).evaluate((input: HTMLInputElement) => input.validationMessage)
  expect(message).toContain("made-up addresses only")
  expect(asked.filter((url) => url.includes("webauthn-options"))).toEqual([])
})

test("its script comes when the reader reaches for it, and not before", async ({ page }) => {
  await page.waitForLoadState("networkidle")
  const scripts: string[] = []
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url())
  })
  await form(page).scrollIntoViewIfNeeded()
  await page.waitForLoadState("networkidle")
  expect(scripts).toEqual([])
  await press(page, "Run it here")
  await expect(email(page)).toBeVisible()
  expect(scripts).not.toEqual([])
})

// What is read there runs there: the page quotes these files, and the parts import them.
test("the parts import the very files that the page quotes", () => {
  const read = (path: string) => readFileSync(join(root, path), "utf8")
  const prose = read("pages/custom-sign-in-page.mdx")
  for (const [part, file] of [
    ["sign-in-part", "app/sign-in/sign-in-form"],
    ["add-passkey-part", "passkeys/add-passkey"],
  ]) {
    expect(prose).toContain(`file="demo/recipes/custom-sign-in-page/${file}.tsx" save`)
    expect(read(`demo/live/sign-in-form/${part}.tsx`)).toContain(
      `from "../../recipes/custom-sign-in-page/${file}"`,
    )
  }
})
