import { expect } from "@playwright/test"
import { test } from "./passkeys/fixtures"
import { SoftwarePasskey } from "./passkeys/software-passkey"

const newEmail = () => `${crypto.randomUUID()}@passkeys.example`

test("begin signed in, and skip the sign-in page", async ({
  page,
  ceremonies,
  baseURL,
}) => {
  const email = newEmail()
  const passkey = new SoftwarePasskey(String(baseURL))
  expect(await ceremonies.register(passkey, email)).toBeUndefined()
  await page.goto("/")
  await expect(
    page.getByRole("paragraph").filter({ hasText: email }),
  ).toBeVisible()
})

test("register, sign in, and add a second passkey", async ({
  ceremonies,
  page,
  baseURL,
}) => {
  const [first, second] = [
    new SoftwarePasskey(String(baseURL)),
    new SoftwarePasskey(String(baseURL)),
  ]
  expect(await ceremonies.register(first, newEmail())).toBeUndefined()
  expect(await ceremonies.register(second)).toBeUndefined()
  await page.context().clearCookies()
  expect(await ceremonies.signIn(second)).toBeUndefined()
})

test("an address that has an account can't be registered", async ({
  ceremonies,
  page,
  baseURL,
}) => {
  const email = newEmail()
  const passkey = () => new SoftwarePasskey(String(baseURL))
  expect(await ceremonies.register(passkey(), email)).toBeUndefined()
  await page.context().clearCookies()
  expect(await ceremonies.register(passkey(), email)).toBe(
    "Invalid request",
  )
})

const lies = {
  "of another site": { origin: "https://elsewhere.example" },
  "for another RP ID": { rpId: "elsewhere.example" },
  "without user verification": { userVerified: false },
}
for (const [name, lie] of Object.entries(lies))
  test(`a registration ${name} is refused`, async ({
    ceremonies,
    baseURL,
  }) => {
    const passkey = new SoftwarePasskey(String(baseURL), lie)
    expect(await ceremonies.register(passkey, newEmail())).toBe(
      "WebAuthnVerificationError",
    )
  })

test("an unknown passkey is refused", async ({
  ceremonies,
  baseURL,
}) => {
  const passkey = new SoftwarePasskey(String(baseURL))
  expect(await ceremonies.signIn(passkey)).toBe("Configuration")
})
