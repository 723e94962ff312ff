import { expect, test } from "../support/fixtures"
import { barriers } from "./barriers"
import { looks } from "./guide-pages"

for (const { colorScheme, viewport } of looks)
  test.describe(`${colorScheme}, ${viewport.width} px wide`, () => {
    test.use({ colorScheme, viewport, contextOptions: { reducedMotion: "reduce" } })

    test("search with results and without has no barriers", async ({ page }) => {
      await page.goto("/glossary")
      const field = page.getByRole("combobox", { name: "Search the guide" })
      await field.fill("passkey")
      await expect(page.getByRole("search").getByRole("option").first()).toBeVisible()
      expect(await barriers(page)).toEqual([])
      await field.fill("zzzzqqqq")
      await expect(page.getByRole("search").getByRole("status")).toHaveText("No results found.")
      expect(await barriers(page)).toEqual([])
    })

    test("an unfolded page with ticks has no barriers", async ({ page }) => {
      await page.goto("/custom-sign-in-page")
      for (const summary of await page.locator("summary").filter({ visible: true }).all())
        await summary.click()
      await page.getByRole("button", { name: "Mark as done" }).click()
      await expect(page.getByRole("button", { name: "Mark as not done" })).toBeVisible()
      expect(await barriers(page)).toEqual([])
    })

    test("the download's form has no barriers", async ({ page }) => {
      await page.goto("/extras")
      await page.getByText("Download this app", { exact: true }).first().click()
      await expect(page.getByRole("button", { name: "Download the zip file" })).toBeVisible()
      expect(await barriers(page)).toEqual([])
    })

    test("colors that the system forces leave what is chosen and what is focused to see", async ({
      page,
    }) => {
      await page.emulateMedia({ forcedColors: "active" })
      await page.goto("/install")
      await page.waitForLoadState("networkidle")
      const tabs = page.locator(".choice-tabs").first().locator("label")
      const borders = await tabs.evaluateAll((all) =>
        all.map((tab) => getComputedStyle(tab).borderBottomWidth),
      )
      expect(borders).toEqual(["2px", "0px", "0px", "0px"])
      await page.getByRole("button", { name: "Copy code" }).first().focus()
      const outline = await page.evaluate(
        () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
      )
      expect(outline).toBe("solid")
    })

    test("lines that are marked can be read in colors that the system forces", async ({ page }) => {
      await page.emulateMedia({ forcedColors: "active" })
      await page.goto("/configure")
      const marked = page.locator(".code-block mark").filter({ visible: true }).first()
      // Chromium draws the text on a box in the color of the page, whatever the background is.
      const colors = await marked.evaluate((line) => {
        const page = getComputedStyle(document.body)
        return {
          background: getComputedStyle(line).backgroundColor === page.backgroundColor,
          text: [line, ...line.querySelectorAll("*")].every(
            (part) => getComputedStyle(part).color === page.color,
          ),
          outline: getComputedStyle(line).outlineStyle,
        }
      })
      expect(colors).toEqual({ background: true, text: true, outline: "solid" })
    })
  })

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, contextOptions: { reducedMotion: "reduce" } })

  for (const colorScheme of ["light", "dark"] as const)
    test(`the menu and the demo's sheet have no barriers, ${colorScheme}`, async ({
      page,
      demo,
    }) => {
      await page.emulateMedia({ colorScheme })
      await page.goto("/install")
      await page.getByRole("button", { name: "Menu" }).click()
      await expect(page.getByRole("dialog", { name: "Menu" })).toBeVisible()
      expect(await barriers(page)).toEqual([])
      await page.keyboard.press("Escape")

      await page.getByRole("button", { name: "Try it" }).click()
      await expect(demo.region).toContainText("Runs on")
      expect(await barriers(page)).toEqual([])
    })

  test("the walk-through can be followed with the demo's sheet open", async ({
    page,
    demo,
    authenticator,
  }) => {
    await page.goto("/what-happens")
    await page.getByRole("button", { name: "Try it" }).click()
    await demo.register()
    expect(await authenticator.credentials()).toHaveLength(1)
    await page
      .getByRole("heading", { level: 2 })
      .nth(2)
      .evaluate((heading) => heading.scrollIntoView())
    const heading = page.getByRole("heading", { level: 2 }).nth(2)
    await expect(heading).toBeInViewport()
    await expect(demo.region).toBeInViewport()
    // A third of the window is left to read in.
    const top = (await demo.region.boundingBox())?.y ?? 0
    expect(top).toBeGreaterThan(844 / 3 - 20)
  })
})
