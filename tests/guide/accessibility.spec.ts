import type { Page } from "@playwright/test"
import { expect, signedInAs, test } from "../support/fixtures"
import { practiceOf } from "../support/practice"
import { barriers } from "./barriers"
import { guidePages, looks } from "./guide-pages"
import { expectPaper } from "./paper"
import { expectTargets } from "./targets"

const [narrow, wide] = looks

// All that one visit shows of who can read a page and work it, in both looks and on paper. Each
// expectation is soft: a page that fails one is still held to the others.
test.describe("each page", () => {
  // Half-way through a transition a colour has a contrast that nobody reads.
  test.use({ ...narrow, contextOptions: { reducedMotion: "reduce" } })

  for (const address of [...guidePages.map((page) => page.address), "/no-such-page", "/500"])
    test(`${address} has no barriers, targets to hit, and its text on paper`, async ({
      page,
      demo,
    }) => {
      test.setTimeout(60_000)
      await page.goto(address)
      const isError = (await demo.region.count()) === 0
      if (!isError) {
        await test.step("on paper", () => expectPaper(page, address))
        await demo.open()
      }
      await test.step("narrow and light", async () => {
        await page.emulateMedia({ colorScheme: narrow.colorScheme })
        expect.soft(await barriers(page)).toEqual([])
        await expectNoSidewaysScroll(page)
      })
      await test.step("unfolded", async () => {
        for (const summary of await page.locator("summary").filter({ visible: true }).all())
          if (await summary.isVisible()) await summary.click()
        if (!isError) await expectTargets(page)
        // 200 % in a window of 1280 px, and the narrowest phone.
        for (const width of [640, 320]) {
          await page.setViewportSize({ width, height: 512 })
          await expectNoSidewaysScroll(page)
        }
      })
      await test.step("unfolded, wide and dark", async () => {
        await page.setViewportSize(wide.viewport)
        await page.emulateMedia({ colorScheme: wide.colorScheme })
        expect.soft(await barriers(page)).toEqual([])
        await expectNoSidewaysScroll(page)
      })
    })
})

async function expectNoSidewaysScroll(page: Page) {
  const width = page.viewportSize()?.width ?? 0
  const scrollWidth = await page.evaluate(() => document.scrollingElement?.scrollWidth)
  expect.soft(scrollWidth, `${width} px wide`).toBeLessThanOrEqual(width)
}

for (const { colorScheme, viewport } of looks)
  test.describe(`${colorScheme}, ${viewport.width} px wide`, () => {
    // Half-way through a transition a colour has a contrast that nobody reads.
    test.use({ colorScheme, viewport, contextOptions: { reducedMotion: "reduce" } })

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
