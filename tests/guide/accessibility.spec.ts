import AxeBuilder from "@axe-core/playwright"
import type { Page } from "@playwright/test"
import { expect, signedInAs, test } from "../fixtures"
import { guidePages, looks } from "./guide-pages"

/**
 * Leaves one word of code for each colour and what it stands on. axe looks for the ground of every
 * word anew, which takes half a minute where there are thousands.
 */
const thinOutCode = (page: Page) =>
  page.evaluate(() => {
    const seen = new Set<string>()
    for (const word of document.querySelectorAll("pre code > span > span")) {
      const isHighlighted = word.parentElement?.hasAttribute("data-highlighted-line")
      const look = `${isHighlighted} ${word.getAttribute("style")}`
      if (seen.has(look)) word.remove()
      else if (word.getClientRects().length > 0) seen.add(look)
    }
  })

/** What axe finds in the page that keeps people from using it. */
async function barriers(page: Page) {
  // Its types come from another copy of playwright-core than the tests'.
  const axe = new AxeBuilder({ page: page as never })
  // Code has the same colours at every width: one is enough.
  if ((page.viewportSize()?.width ?? 0) < 1280) axe.exclude("pre code")
  else await thinOutCode(page)
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)
}

for (const { colorScheme, viewport } of looks)
  test.describe(`${colorScheme}, ${viewport.width} px wide`, () => {
    // Half-way through a transition a colour has a contrast that nobody reads.
    test.use({ colorScheme, viewport, contextOptions: { reducedMotion: "reduce" } })

    for (const address of [...guidePages.map((page) => page.address), "/no-such-page", "/500"])
      test(`${address} has no barriers`, async ({ page, demo }) => {
        await page.goto(address)
        if ((await demo.region.count()) > 0) await demo.open()
        expect(await barriers(page)).toEqual([])
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

      await demo.button("Erase my demo account").click()
      await expect(demo.button("Yes, erase")).toBeVisible()
      expect(await barriers(page)).toEqual([])
    })

    test("what happened, byte by byte, has no barriers", async ({ page, authenticator, demo }) => {
      await page.goto("/")
      await demo.register()
      expect(await authenticator.credentials()).toHaveLength(1)
      await demo.region.getByText("What happened, byte by byte").click()
      await demo.region.getByRole("button", { name: "Asks for options" }).waitFor()
      expect(await barriers(page)).toEqual([])

      await demo.region.getByRole("button", { name: "Asks for options" }).click()
      const dialog = page.getByRole("dialog")
      for (const view of ["Options", "Cookie", "Authenticator", "Response", "Session", "Checks"]) {
        await dialog.getByRole("button", { name: view, exact: true }).click()
        expect(await barriers(page)).toEqual([])
      }
    })
  })
