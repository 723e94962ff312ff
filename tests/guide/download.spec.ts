import { readFile } from "node:fs/promises"
import type { Page } from "@playwright/test"
import { strFromU8, unzipSync } from "fflate"
import { expect, test } from "../support/fixtures"
import { barriers } from "./barriers"
import { looks } from "./guide-pages"

const submit = (page: Page) => page.getByRole("button", { name: "Download the zip file" })

const box = (page: Page, name: string) => page.getByRole("checkbox", { name, exact: true })

/** Opens a group of what can be chosen. */
const open = (page: Page, group: string) =>
  page.locator("form summary").filter({ hasText: group }).first().click()

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
  await page.getByLabel("Sessions").selectOption("jwt")
  await page.getByLabel("Sessions").focus()
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  const logger = box(page, "Clean log")
  await expect(logger).toBeVisible()
  // It is for SQLite only.
  await expect(box(page, "SQLite client")).toBeHidden()
  await logger.focus()
  await page.keyboard.press("Space")
  await expect(logger).not.toBeChecked()

  const files = await download(page)
  expect(files["pnpm-workspace.yaml"]).toBeDefined()
  expect(files["prisma.ts"]).toContain("PrismaPg")
  expect(files["auth.ts"]).toContain('strategy: "jwt"')
  expect(files["auth.ts"]).toContain("safeRegistration(")
  expect(files["auth-logger.ts"]).toBeUndefined()
  expect(files["app/settings/page.tsx"]).toBeUndefined()
  expect(files["Dockerfile"]).toBeUndefined()

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
  await open(page, "Extras")
  await open(page, "Features")
  await expect(box(page, "Conditional create")).toHaveAccessibleDescription(/Needs Verification\.$/)
  await box(page, "Verification").uncheck()
  await expect(box(page, "Conditional create")).not.toBeChecked()
  await box(page, "Conditional create").check()
  await expect(box(page, "Verification")).toBeChecked()

  await box(page, "Passkey details").uncheck()
  await box(page, "Step-up").check()
  await expect(box(page, "Settings")).toBeChecked()
  await expect(box(page, "Passkey details")).toBeChecked()
  await box(page, "Signals").check()
  const files = await download(page)
  expect(files["passkeys/signaling-passkeys.tsx"]).toContain("@/passkeys/your-confirmed-passkeys")
  expect(files["README.md"]).toContain("- **Step-up.**")
})

test("what doesn't work with a choice can't be sent with it", async ({ page }) => {
  await page.goto("/extras?packageManager=npm")
  await page.getByText("Download this app", { exact: true }).first().click()
  await open(page, "Features")
  await open(page, "Deployment")
  await box(page, "Autofill").check()
  await box(page, "Docker").check()
  await expect(box(page, "Autofill")).toHaveAccessibleDescription(/the custom sign-in page\.$/)
  await page.getByLabel("Sign-in page").selectOption("built-in")
  await expect(box(page, "Autofill")).toBeDisabled()
  await expect(box(page, "Metrics")).toBeEnabled()
  const files = await download(page)
  expect(files["passkeys/autofill.ts"]).toBeUndefined()
  expect(files["Dockerfile"]).toContain("npm ci")

  await page.getByLabel("Package manager").first().selectOption("pnpm")
  await expect(box(page, "Docker")).toBeHidden()
  expect((await download(page))["Dockerfile"]).toBeUndefined()
})

test("the form is there on a page that a link led to, and works", async ({ page }) => {
  await page.goto("/install")
  await page
    .getByRole("navigation", { name: "Guide" })
    .getByRole("link", { name: "Extras" })
    .click()
  await page.waitForURL("**/extras")
  await page.getByText("Download this app", { exact: true }).first().click()
  await open(page, "Features")
  await box(page, "Signals").check()
  await expect(box(page, "Settings")).toBeChecked()
})

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("the app is downloaded with its defaults, and with nothing", async ({ page }) => {
    await page.goto("/extras")
    await page.getByText("Download this app", { exact: true }).first().click()
    expect((await download(page))["auth-logger.ts"]).toBeDefined()

    await page.getByLabel("Sign-in page").selectOption("built-in")
    for (const group of ["Extras", "Features", "Deployment"]) await open(page, group)
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
      for (const group of ["Extras", "Features", "Deployment"]) await open(page, group)
      await expect(box(page, "Metrics")).toBeVisible()
      expect(await barriers(page)).toEqual([])
      const width = await page.evaluate(() => document.scrollingElement?.scrollWidth)
      expect(width).toBeLessThanOrEqual(viewport.width)
    })
  })
