import type { Page } from "@playwright/test"
import { expect, signedInAs, test } from "../support/fixtures"
import { holdScripts } from "../support/held-scripts"
import { practiceOf } from "../support/practice"

/** Opens a page, none of whose scripts has come. */
async function openEarly(page: Page, address: string) {
  const release = await holdScripts(page)
  await page.goto(address, { waitUntil: "commit" })
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  return release
}

const taken = (page: Page) => page.getByText("Got it. This page is still loading.")

for (const name of ["Create a passkey", "Sign in with a passkey"])
  test(`“${name}”, pressed before any script, is seen to be taken, and carried out once`, async ({
    page,
    authenticator,
    demo,
  }) => {
    const asked: string[] = []
    page.on("request", (request) => {
      if (request.url().includes("webauthn-options")) asked.push(request.url())
    })
    await authenticator.answers(false)
    const release = await openEarly(page, "/glossary")
    await demo.button(name).dblclick()
    await expect(taken(page)).toBeVisible()
    await expect(demo.button(name)).toHaveAttribute("data-taken")
    release()
    await expect(demo.region).toContainText("Your turn")
    await expect(taken(page)).toBeHidden()
    expect(asked).toHaveLength(1)
  })

for (const [what, press, release] of [
  ["pointer", (page: Page) => page.mouse.down(), (page: Page) => page.mouse.up()],
  [
    "space bar",
    (page: Page) => page.keyboard.down("Space"),
    (page: Page) => page.keyboard.up("Space"),
  ],
] as const)
  test(`a press with the ${what} that ends after the scripts have come is carried out`, async ({
    page,
    registered: demo,
  }) => {
    await demo.signOut()
    const releaseScripts = await holdScripts(page)
    // Whoever has used the demo gets its script at once, with other controls in place of these.
    await page.reload({ waitUntil: "commit" })
    await demo.button("Sign in with a passkey").hover()
    await demo.button("Sign in with a passkey").focus()
    await press(page)
    releaseScripts()
    await expect.poll(() => page.evaluate(() => !window.earlyInput)).toBe(true)
    await page.waitForLoadState("networkidle")
    await release(page)
    await expect(signedInAs(demo)).toBeVisible()
  })

test("a passkey is created by a press before any script", async ({ page, authenticator, demo }) => {
  const release = await openEarly(page, "/glossary")
  await demo.name.fill(`early-${Date.now()}`)
  const name = await demo.name.inputValue()
  await demo.button("Create a passkey").click()
  release()
  await expect(signedInAs(demo)).toContainText(name)
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("a name that is no name is stopped by the browser, before any script", async ({
  page,
  demo,
}) => {
  const release = await openEarly(page, "/glossary")
  await demo.name.fill("A Name!")
  await demo.button("Create a passkey").click()
  await expect(taken(page)).toBeHidden()
  expect(await demo.name.evaluate((input: HTMLInputElement) => input.validity.valid)).toBe(false)
  release()
  await expect(demo.region).toContainText("Runs on")
  await expect(demo.name).toHaveValue("A Name!")
})

test("what the prose names is in the panel before any script, and works", async ({
  page,
  demo,
}) => {
  const practice = practiceOf(page)
  const release = await openEarly(page, "/glossary")
  for (const heading of [
    "What happened, byte by byte",
    "Your rows in the database",
    "What this browser can do",
  ])
    await expect(demo.region.getByText(heading)).toBeVisible()
  await practice.toggle.click()
  await expect(practice.toggle).toBeChecked()
  await demo.region.getByText("Your rows in the database").click()
  await expect(demo.region).toContainText("Loading…")
  await demo.button("Create a passkey").click()
  release()
  await practice.answer("Create it")
  await expect(signedInAs(demo)).toContainText("Practice")
  await expect(practice.toggle).toBeChecked()
  await expect(demo.region).toContainText("Before and after you created a passkey")
})

test("choices made before any script show at once, and last", async ({ page }) => {
  const release = await openEarly(page, "/database")
  await page.getByLabel("Database").selectOption("postgresql")
  await page.getByLabel("Color scheme").selectOption("dark")
  await expect(page.locator("article")).toContainText('CONSTRAINT "Authenticator_pkey"')
  await expect(page.locator("html")).toHaveCSS("color-scheme", "dark")
  release()
  await expect(page).toHaveURL(/\?database=postgresql$/)
  await page.goto("/configure")
  await expect(page.getByLabel("Database")).toHaveValue("postgresql")
  await expect(page.getByLabel("Color scheme")).toHaveValue("dark")
})

test("what is searched for before any script is found", async ({ page }) => {
  const release = await openEarly(page, "/glossary")
  const field = page.getByRole("combobox", { name: "Search the guide" })
  await field.pressSequentially("authenticator")
  release()
  await expect(page.getByRole("option").first()).toBeVisible()
  await expect(field).toHaveValue("authenticator")
})

test("code is copied by a press before any script", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-write"])
  const release = await openEarly(page, "/configure")
  const button = page.locator("[data-copy-code]").filter({ visible: true }).first()
  await button.click()
  await expect(taken(page)).toBeVisible()
  release()
  await expect(button).toHaveAttribute("data-copy-code", "copied")
})

test("where a script doesn't come, a press is not said to be taken for ever", async ({
  page,
  demo,
}) => {
  await page.route(/\/_next\/static\/.*\.js/, (route) => route.abort())
  await page.goto("/glossary", { waitUntil: "commit" })
  await expect(page.getByText("This page couldn't be loaded completely.")).toBeVisible()
  await demo.button("Sign in with a passkey").click()
  await expect(demo.button("Sign in with a passkey")).not.toHaveAttribute("data-taken")
  await expect(page.getByText("This page couldn't be loaded completely.")).toBeVisible()
})

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test("a sheet that was opened before any script closes with Escape afterwards", async ({
    page,
    demo,
  }) => {
    const release = await openEarly(page, "/glossary")
    const tryIt = page.getByRole("button", { name: "Try it" })
    await tryIt.click()
    await expect(demo.region).toBeInViewport()
    release()
    await expect(tryIt).toHaveAttribute("aria-expanded", "true")
    await page.keyboard.press("Escape")
    await expect(demo.region).not.toBeInViewport()
  })
})
