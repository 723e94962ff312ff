import { expect, signedInAs, test } from "../support/fixtures"
import { practiceOf } from "../support/practice"
import { barriers } from "./barriers"
import { guidePages, looks } from "./guide-pages"

for (const { colorScheme, viewport } of looks)
  test.describe(`${colorScheme}, ${viewport.width} px wide`, () => {
    // Half-way through a transition a colour has a contrast that nobody reads.
    test.use({ colorScheme, viewport, contextOptions: { reducedMotion: "reduce" } })

    for (const address of [...guidePages.map((page) => page.address), "/no-such-page", "/500"])
      test(`${address} has no barriers`, async ({ page, demo }) => {
        await page.goto(address)
        if ((await demo.region.count()) > 0) await demo.open()
        expect.soft(await barriers(page)).toEqual([])
        const scrollWidth = await page.evaluate(() => document.scrollingElement?.scrollWidth)
        expect.soft(scrollWidth, "it does not scroll sideways").toBeLessThanOrEqual(viewport.width)
      })

    test("the demo has no barriers, whatever it shows", async ({ page, authenticator, demo }) => {
      await authenticator.verifiesUser(false)
      await page.goto("/")
      await demo.button("Create a passkey").click()
      await demo.says("cancelled")
      expect(await barriers(page)).toEqual([])

      await authenticator.verifiesUser(true)
      await demo.register()
      await expect(signedInAs(demo)).toBeVisible()
      expect(await barriers(page)).toEqual([])

      await demo.button("See your rows").click()
      await expect(page.getByRole("dialog")).toContainText("Before and after")
      expect(await barriers(page)).toEqual([])
      await page.keyboard.press("Escape")

      await demo.button("Erase my demo account").click()
      await expect(demo.button("Yes, erase")).toBeVisible()
      expect(await barriers(page)).toEqual([])
    })

    test("what happened, byte by byte, has no barriers", async ({ page, authenticator, demo }) => {
      await page.goto("/")
      await demo.register()
      expect(await authenticator.credentials()).toHaveLength(1)
      await demo.region.getByText("What happened, byte by byte").click()
      await demo.region.getByRole("button", { name: "Requests options" }).waitFor()
      expect(await barriers(page)).toEqual([])

      await demo.region.getByRole("button", { name: "Requests options" }).click()
      const dialog = page.getByRole("dialog")
      for (const view of ["Options", "Cookie", "Authenticator", "Response", "Session", "Checks"]) {
        await dialog.getByRole("button", { name: view, exact: true }).click()
        expect(await barriers(page)).toEqual([])
      }
    })

    test("the practice passkey has no barriers, whatever it asks", async ({ page, demo }) => {
      const practice = practiceOf(page)
      await page.goto("/glossary")
      await practice.turnOn()
      await practice.details.click()
      await demo.region.getByText("What this browser can do").click()
      await expect(demo.region).toContainText("publickey-credentials-get")
      expect(await barriers(page)).toEqual([])

      await demo.button("Sign in with a passkey").click()
      await expect(practice.dialog).toBeVisible()
      expect(await barriers(page)).toEqual([])
      await practice.answer("Close")

      await demo.button("Create a passkey").click()
      await expect(practice.dialog).toBeVisible()
      expect(await barriers(page)).toEqual([])
      await practice.answer("Create it")
      await demo.signOut()
      await practice.register()
      await demo.signOut()
      await demo.button("Sign in with a passkey").click()
      await expect(practice.dialog).toContainText("Which practice passkey?")
      expect(await barriers(page)).toEqual([])
    })

    test("a browser without passkeys has no barriers", async ({ page, demo }) => {
      await page.addInitScript(() => {
        Reflect.deleteProperty(window, "PublicKeyCredential")
      })
      await page.goto("/")
      await demo.button("Create a passkey").click()
      await demo.says("unsupported")
      await expect(page.getByText("Your browser doesn’t support passkeys.")).toBeVisible()
      expect(await barriers(page)).toEqual([])
    })
  })
