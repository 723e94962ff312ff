import { expect, signedInAs, test } from "../support/fixtures"
import { practiceOf } from "../support/practice"

test("turned on, the browser's own authenticators are not asked; turned off, they are", async ({
  page,
  authenticator,
  demo,
}) => {
  const practice = practiceOf(page)
  await page.goto("/")
  await practice.turnOn()
  await practice.register()
  expect(await authenticator.credentials()).toEqual([])
  await demo.signOut()

  await practice.toggle.click()
  await expect(practice.details).toBeHidden()
  await demo.register()
  expect(await authenticator.credentials()).toHaveLength(1)
  await expect(signedInAs(demo)).not.toContainText("Practice")
  expect(await page.evaluate(() => Object.getOwnPropertyNames(navigator.credentials))).toEqual([])
})

test("an account may have passkeys of both kinds", async ({ page, authenticator, demo }) => {
  const practice = practiceOf(page)
  await page.goto("/")
  await demo.register()
  await practice.toggle.click()
  await expect(practice.details).toBeVisible()
  await demo.button("Add another passkey").click()
  await practice.answer("Create it")
  await expect(demo.region).toContainText("2 passkeys")
  await expect(signedInAs(demo)).not.toContainText("Practice")

  // Erasing tells both of them.
  await demo.button("Erase my demo account").click()
  await demo.button("Yes, erase").click()
  await expect(demo.region).toContainText("deleted from the database")
  await expect.poll(() => authenticator.credentials()).toEqual([])
  await practice.details.click()
  await expect(practice.list).toContainText("None yet.")
})

test("its code is loaded when it is turned on, and its failure is told", async ({ page, demo }) => {
  const practice = practiceOf(page)
  const loaded: string[] = []
  page.on("response", async (response) => {
    if (response.url().endsWith(".js")) loaded.push(await response.text().catch(() => ""))
  })
  const hasAuthenticator = () => loaded.some((script) => script.includes("An opaque origin has no"))
  await page.goto("/")
  await demo.open()
  await page.waitForLoadState("networkidle")
  expect(hasAuthenticator()).toBe(false)

  await page.route("**/_next/static/chunks/**", (route) => route.abort())
  await practice.toggle.click()
  await expect(demo.region).toContainText("The practice passkey couldn't be loaded.")
  await expect(practice.toggle).not.toBeChecked()
  await page.unroute("**/_next/static/chunks/**")
  await practice.toggle.click()
  await expect(practice.details).toBeVisible()
  await expect.poll(hasAuthenticator).toBe(true)
  await practice.register()
})

test("opened at an IP address, it refuses as browsers do", async ({ page, demo, baseURL }) => {
  const practice = practiceOf(page)
  await page.goto(`http://127.0.0.1:${new URL(baseURL ?? "").port}/`)
  await practice.turnOn()
  await demo.button("Create a passkey").click()
  await demo.says("wrong-domain")
  await expect(practice.dialog).toBeHidden()
})

test("what it answers is a credential for whoever asks, and for nobody else", async ({ page }) => {
  const practice = practiceOf(page)
  await page.goto("/")
  await practice.turnOn()
  const answer = page.evaluate(async () => {
    const credential = await navigator.credentials.create({
      publicKey: {
        challenge: new Uint8Array(32),
        rp: { name: "Test" },
        user: { id: new Uint8Array(8), name: "ada", displayName: "Ada" },
        pubKeyCredParams: [{ type: "public-key", alg: -7 }],
      },
    })
    return {
      isCredential: credential instanceof PublicKeyCredential,
      json: JSON.parse(JSON.stringify(credential)),
      verifies: await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable(),
    }
  })
  await practice.answer("Create it")
  const { isCredential, json, verifies } = await answer
  expect(isCredential).toBe(true)
  expect(verifies).toBe(true)
  expect(json).toMatchObject({ type: "public-key", authenticatorAttachment: "platform" })
  await practice.toggle.click()
  await expect(practice.details).toBeHidden()
  expect(await page.evaluate(() => String(PublicKeyCredential))).toContain("[native code]")
})
