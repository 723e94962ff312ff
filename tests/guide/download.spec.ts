import { readFile } from "node:fs/promises"
import type { Page } from "@playwright/test"
import { strFromU8, unzipSync } from "fflate"
import { expect, test } from "../support/fixtures"
import { barriers } from "./barriers"
import { looks } from "./guide-pages"

const submit = (page: Page) => page.getByRole("button", { name: "Download the zip file" })

/** Presses a button, and returns the files of what it downloads. */
async function download(page: Page, button = submit(page)) {
  const started = page.waitForEvent("download")
  await button.click()
  const file = await started
  const files = unzipSync(await readFile(await file.path()))
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name.replace(/^[^/]+\//, ""), strFromU8(bytes)]),
  )
}

test("the app is downloaded with what is chosen, by keyboard", async ({ page }) => {
  await page.goto("/extras?database=postgresql&packageManager=pnpm")
  await page.getByText("Download this app", { exact: true }).first().focus()
  await page.keyboard.press("Enter")
  await expect(submit(page)).toBeVisible()
  // It is for SQLite only.
  await expect(page.getByRole("checkbox", { name: "SQLite client" })).toBeHidden()
  await page.getByLabel("Sessions").selectOption("jwt")
  const logger = page.getByRole("checkbox", { name: "Clean log" })
  await logger.focus()
  await page.keyboard.press("Space")
  await expect(logger).not.toBeChecked()

  const files = await download(page)
  expect(files["pnpm-workspace.yaml"]).toBeDefined()
  expect(files["prisma.ts"]).toContain("PrismaPg")
  expect(files["auth.ts"]).toContain('strategy: "jwt"')
  expect(files["auth.ts"]).toContain("safeRegistration(")
  expect(files["auth-logger.ts"]).toBeUndefined()

  // The same choices, for an assistant.
  const skill = await download(page, page.getByRole("button", { name: "Download the skill" }))
  expect(skill["SKILL.md"]).toContain("for PostgreSQL with pnpm")
  expect(skill["SKILL.md"]).toContain("session=jwt&extras=verification%2C")
  expect(skill["SKILL.md"]).not.toContain("Clean log")
  expect(skill["references/install.md"]).toContain("pnpm add")
})

test("an extra brings what it requires, and goes with it", async ({ page }) => {
  await page.goto("/extras")
  await page.getByText("Download this app", { exact: true }).first().click()
  const box = (name: string) => page.getByRole("checkbox", { name, exact: true })
  await expect(box("Conditional create")).toHaveAccessibleDescription(/Needs Verification\.$/)
  await box("Verification").uncheck()
  await expect(box("Conditional create")).not.toBeChecked()
  await box("Conditional create").check()
  await expect(box("Verification")).toBeChecked()
})

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("the app is downloaded with its defaults, and with nothing", async ({ page }) => {
    await page.goto("/extras")
    await page.getByText("Download this app", { exact: true }).first().click()
    expect((await download(page))["auth-logger.ts"]).toBeDefined()

    await page.getByLabel("Sign-in page").selectOption("built-in")
    for (const extra of await page.getByRole("checkbox").all()) await extra.uncheck()
    const files = await download(page)
    expect(Object.keys(files).filter((name) => /^passkeys\/|logger|sqlite/.test(name))).toEqual([])
  })
})

for (const { colorScheme, viewport } of looks)
  test.describe(`${colorScheme}, ${viewport.width} px wide`, () => {
    test.use({ colorScheme, viewport, contextOptions: { reducedMotion: "reduce" } })

    test("the form has no barriers, and does not scroll sideways", async ({ page }) => {
      await page.goto("/extras")
      await page.getByText("Download this app", { exact: true }).first().click()
      await expect(submit(page)).toBeVisible()
      expect(await barriers(page)).toEqual([])
      const width = await page.evaluate(() => document.scrollingElement?.scrollWidth)
      expect(width).toBeLessThanOrEqual(viewport.width)
    })
  })
