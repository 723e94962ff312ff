import { expect, type Page } from "@playwright/test"
import { test } from "./passkeys/fixtures"
import { VirtualAuthenticator } from "./passkeys/virtual-authenticator"

// Each test has an account of its own: tests run side by side.
const newEmail = () => `${crypto.randomUUID()}@passkeys.example`

const press = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).click()

const signedInAs = (page: Page, email: string) =>
  page.getByRole("paragraph").filter({ hasText: `You are ${email}.` })

async function register(page: Page, email: string) {
  await page.goto("/sign-in")
  await page.getByRole("textbox", { name: "E-mail" }).fill(email)
  await press(page, "Create a passkey")
}

async function signOut(page: Page) {
  await press(page, "Sign out")
  await expect(
    page.getByRole("heading", { name: "Signed out" }),
  ).toBeVisible()
}

async function signIn(page: Page) {
  await page.goto("/sign-in")
  await press(page, "Sign in with a passkey")
}

test("create a passkey, and sign in with it", async ({
  page,
  authenticator,
}) => {
  const email = newEmail()
  await register(page, email)
  await expect(signedInAs(page, email)).toBeVisible()
  expect(await authenticator.credentials()).toHaveLength(1)
  await signOut(page)
  await signIn(page)
  await expect(signedInAs(page, email)).toBeVisible()
})

test("cancel the prompt, and try again", async ({
  page,
  authenticator,
}) => {
  const email = newEmail()
  await authenticator.verifiesUser(false)
  await register(page, email)
  await expect(
    page
      .getByRole("alert")
      .filter({ hasText: "The prompt was closed" }),
  ).toBeVisible()
  expect(await authenticator.credentials()).toHaveLength(0)

  await authenticator.verifiesUser(true)
  await press(page, "Create a passkey")
  await expect(signedInAs(page, email)).toBeVisible()
})

test("add a second passkey on a security key", async ({
  page,
  authenticator,
}) => {
  const email = newEmail()
  await register(page, email)
  await expect(signedInAs(page, email)).toBeVisible()
  await press(page, "Add another passkey")
  await expect(
    page.getByText("This device already has a passkey"),
  ).toBeVisible()

  const securityKey = await VirtualAuthenticator.add(page, "usb")
  // One of the two must not answer, or it answers first.
  await authenticator.answers(false)
  await press(page, "Add another passkey")
  await expect(page.getByText("The passkey was added.")).toBeVisible()
  await signOut(page)
  await signIn(page)
  await expect(signedInAs(page, email)).toBeVisible()
  expect(await securityKey.credentials()).toHaveLength(1)
})

test("a counter that goes back is refused", async ({
  page,
  authenticator,
}) => {
  const email = newEmail()
  await register(page, email)
  await expect(signedInAs(page, email)).toBeVisible()
  await authenticator.setSignCount(8)
  await signOut(page)
  await signIn(page)
  await expect(signedInAs(page, email)).toBeVisible()
  await signOut(page)

  // A copy of the passkey has signed less often.
  await authenticator.setSignCount(4)
  await signIn(page)
  await expect(
    page.getByText("We couldn't verify the response"),
  ).toBeVisible()
})

test("a deleted account's passkey is refused", async ({
  page,
  authenticator,
}) => {
  const email = newEmail()
  await register(page, email)
  await expect(signedInAs(page, email)).toBeVisible()
  const [credential] = await authenticator.credentials()
  await signOut(page)

  // To the server, an id that it never stored is the same as one that
  // it has deleted.
  await authenticator.clear()
  const credentialId = Buffer.from("unknown").toString("base64")
  await authenticator.receive([{ ...credential!, credentialId }])
  await signIn(page)
  await expect(
    page.getByText("This passkey wasn't accepted."),
  ).toBeVisible()
})
