import { expect, test } from "../support/fixtures"

const buttons = ["Create a passkey", "Sign in with a passkey"]

test("a browser without passkeys is told so", async ({ page, demo }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, "PublicKeyCredential")
  })
  await page.goto("/")
  for (const button of buttons) {
    await demo.button(button).click()
    await demo.says("unsupported")
  }
})

test("a page that is no secure context is told so", async ({ page, demo }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "isSecureContext", { value: false })
    // As browsers do there.
    Reflect.deleteProperty(window, "PublicKeyCredential")
  })
  await page.goto("/")
  for (const button of buttons) {
    await demo.button(button).click()
    await demo.says("insecure")
  }
})

test("opened at an IP address, the demo names the address that works", async ({
  page,
  authenticator,
  demo,
  baseURL,
}) => {
  const { port } = new URL(baseURL ?? "")
  await page.goto(`http://127.0.0.1:${port}/`)
  for (const button of buttons) {
    await demo.button(button).click()
    await demo.says("wrong-domain")
  }
  expect(await authenticator.credentials()).toEqual([])
})

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("the guide reads, and the demo says what it needs", async ({ page, demo }) => {
    for (const address of ["/", "/configure"]) {
      await page.goto(address)
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
      await expect(demo.region.locator("noscript p")).toBeVisible()
      await expect(demo.region.locator("noscript p")).toContainText("needs JavaScript")
    }
    await expect(page.locator("pre", { hasText: "NextAuth(" }).first()).toBeVisible()
  })
})
