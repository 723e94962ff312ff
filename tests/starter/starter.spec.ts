import { expect, test } from "@playwright/test"
import { VirtualAuthenticator } from "../support/virtual-authenticator"
import { makeReadersApp } from "./readers-app"

test("what a reader downloads builds, starts, registers, adds a passkey, signs out and signs in", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const app = await makeReadersApp(String(baseURL))
  const server = await app.start()
  try {
    const authenticator = await VirtualAuthenticator.add(page)
    const signedIn = page.getByRole("heading", { name: "Signed in", exact: true })
    await page.goto(`${app.origin}/`)
    await page.getByRole("link", { name: "Sign in" }).click()
    await page.getByLabel("E-mail").fill("reader@passkeys.example")
    await page.getByRole("button", { name: "Create a passkey" }).click()
    await expect(signedIn).toBeVisible()
    await expect(page.getByText("You are reader@passkeys.example.")).toBeVisible()

    await page.getByRole("button", { name: "Add another passkey" }).click()
    await expect(page.getByText("This device already has a passkey")).toBeVisible()
    const securityKey = await VirtualAuthenticator.add(page, "usb")
    await authenticator.answers(false)
    await page.getByRole("button", { name: "Add another passkey" }).click()
    await expect(page.getByRole("status")).toHaveText("The passkey was added.")
    expect(await authenticator.credentials()).toHaveLength(1)
    expect(await securityKey.credentials()).toHaveLength(1)

    for (const [answering, silent] of [
      [securityKey, authenticator],
      [authenticator, securityKey],
    ] as const) {
      await page.getByRole("button", { name: "Sign out" }).click()
      await expect(page.getByRole("heading", { name: "Signed out" })).toBeVisible()
      await page.goto(`${app.origin}/sign-in`)
      await silent.answers(false)
      await answering.answers(true)
      await page.getByRole("button", { name: "Sign in with a passkey" }).click()
      await expect(signedIn).toBeVisible()
    }

    // Who is signed in needs no sign-in page, and stays signed in through a reload.
    await page.goto(`${app.origin}/sign-in`)
    await expect(signedIn).toBeVisible()
    await page.reload()
    await expect(signedIn).toBeVisible()

    // The app has a test of its own.
    expect(await app.test(process.env.CHROMIUM)).toContain("1 passed")

    // Whoever clicks before the session is known gets it reloaded too, once they are signed in. Its
    // first answer makes next-auth ask a second time, so both come before the prompt.
    await page.getByRole("button", { name: "Sign out" }).click()
    await expect(page.getByRole("heading", { name: "Signed out" })).toBeVisible()
    let answers = 0
    page.on("response", (response) => {
      if (response.url().endsWith("/api/auth/session")) answers++
    })
    const started = page.waitForRequest("**/api/auth/webauthn-options/**")
    await page.route("**/api/auth/session", async (route) => {
      await started
      await route.continue()
    })
    await page.route("**/api/auth/webauthn-options/**", async (route) => {
      await expect.poll(() => answers).toBe(2)
      await route.continue()
    })
    await page.goto(`${app.origin}/sign-in`)
    await page.getByRole("button", { name: "Sign in with a passkey" }).click()
    await expect(signedIn).toBeVisible()
    await expect.poll(() => answers).toBeGreaterThan(2)
    expect(server.output()).not.toMatch(/\[auth\]\[error\]|⨯/)
  } finally {
    await server.stop()
    await app.remove()
  }
})
