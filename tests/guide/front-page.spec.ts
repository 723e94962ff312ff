import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { databaseProducts } from "../../components/database-names.mjs"
import packageJson from "../../package.json" with { type: "json" }
import { root } from "../../scripts/root"
import { expect, signedInAs, test } from "../support/fixtures"
import { practiceOf } from "../support/practice"

const inWords = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight"]

const read = (path: string) => readFileSync(join(root, path), "utf8")

test.use({ viewport: { width: 1280, height: 800 } })

test("a first look shows the promise, the demo, and its code beside it", async ({ page, demo }) => {
  await page.goto("/")
  const title = page.getByRole("heading", { level: 1 })
  await expect(title).toHaveText("Sign in with your fingerprint. Read every byte.")
  await expect(title).toBeInViewport({ ratio: 1 })
  await expect(demo.button("Create a passkey")).toBeInViewport({ ratio: 1 })
  await expect(demo.button("Sign in with a passkey")).toBeInViewport({ ratio: 1 })
  const code = page.getByRole("main").locator(".code-block").first()
  await expect(code).toBeInViewport({ ratio: 1 })
  const [left, right] = [await demo.region.boundingBox(), await code.boundingBox()]
  expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0))
})

test("two links lead on: to a new app, and to an app that is there", async ({ page }) => {
  await page.goto("/")
  const main = page.getByRole("main")
  const existing = main.getByRole("link", { name: "I have an Auth.js app" })
  await expect(existing).toHaveAttribute("href", "/existing-app")
  await main.getByRole("link", { name: "Start a new app · 15 minutes" }).click()
  await page.waitForURL("/quick-start")
  await expect(main).toContainText("It takes about a quarter of an hour.")
})

for (const width of [1280, 390])
  test(`three presses make a practice passkey, ${width} px wide`, async ({ page, demo }) => {
    await page.setViewportSize({ width, height: 844 })
    await page.goto("/")
    // On its way to the switch, the pointer comes over the demo.
    await demo.region.hover()
    await practiceOf(page).toggle.click()
    await demo.button("Create a passkey").click()
    await practiceOf(page).answer("Create it")
    await expect(demo.region).toContainText("You have a passkey, and you are signed in.")
    await expect(signedInAs(demo)).toContainText("Practice")
  })

test("the code is the app's whole auth.ts, and as many lines are marked as the text says", async ({
  page,
}) => {
  await page.goto("/")
  const code = page.getByRole("main").locator(".code-block").first()
  expect(await code.locator("code").innerText()).toBe(read("demo/starter/auth.ts").trimEnd())
  const marked = await code.locator("mark").count()
  await expect(page.getByRole("main")).toContainText(
    new RegExp(`${inWords[marked]} lines of it turn on passkeys`, "i"),
  )
})

test("the databases are those of the chooser, and those that tests run on are counted", async ({
  page,
}) => {
  await page.goto("/")
  const products = Object.values(databaseProducts).flat()
  const proof = page.getByRole("listitem").filter({ hasText: `${products.length} databases` })
  const names = new Intl.ListFormat("en-GB").format(products)
  await expect(proof).toContainText(names)
  const engines = readdirSync(join(root, "tests/databases/engines"))
  const run = engines.filter((file) => file !== "engine.ts").length
  await expect(proof).toContainText(`Tests run on ${inWords[run]} of them`)
})

test("the apps are those that the robot makes or is given", async ({ page }) => {
  const specs = readdirSync(join(root, "tests/reader"))
    .filter((file) => file.endsWith(".spec.ts"))
    .map((file) => read(`tests/reader/${file}`))
  const made = specs.filter((spec) => spec.includes("Reader.sitDown(")).length
  const given = specs.filter((spec) => spec.includes("Reader.withApp(")).length
  await page.goto("/")
  const proof = page.getByRole("listitem").filter({ hasText: `${made + given} apps` })
  await expect(proof).toContainText(`in ${inWords[made]} new apps`)
  await expect(proof).toContainText(`in ${inWords[given]} existing ones`)
})

test("what you need is what the packages ask for", async ({ page }) => {
  await page.goto("/")
  const row = (name: string) => page.getByRole("row").filter({ hasText: name })
  const { engines } = JSON.parse(read("node_modules/prisma/package.json"))
  expect(engines.node).toBe("^20.19 || ^22.12 || >=24.0")
  await expect(row("Node.js")).toContainText("20 (from 20.19), 22 (from 22.12), or 24 and later")
  await expect(row("next-auth")).toContainText(packageJson.dependencies["next-auth"])
  const tested = packageJson.dependencies.next.split(".").slice(0, 2).join(".")
  await expect(row("Next.js")).toContainText(`tested on ${tested}`)
})

test("one note says that passkeys in Auth.js are experimental, and leads to what that means", async ({
  page,
}) => {
  await page.goto("/")
  const note = page.getByRole("note")
  await expect(note).toHaveCount(1)
  await expect(note).toContainText("experimental")
  await note.getByRole("link", { name: "Should you use this?" }).click()
  await page.waitForURL("/should-you-use-this")
  const quotes = page.getByRole("main").locator("blockquote")
  await expect(quotes.first()).toContainText("not yet recommended for production use")
})

test("the menu is behind its button, and beside the text of the next page", async ({ page }) => {
  await page.goto("/")
  const link = page
    .getByRole("navigation", { name: "Guide" })
    .getByRole("link", { name: "Configure Auth.js" })
  await expect(link).toBeHidden()
  await page.getByRole("button", { name: "Menu" }).click()
  await expect(page.getByRole("dialog", { name: "Menu" })).toBeVisible()
  await link.click()
  await page.waitForURL("/configure")
  await expect(link).toBeVisible()
  await expect(page.getByRole("button", { name: "Menu" })).toBeHidden()
})

test("nothing scrolls sideways, from 320 px on", async ({ page }) => {
  await page.goto("/")
  for (const width of [320, 390, 768, 1024, 1120, 1279, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 })
    const scrollWidth = await page.evaluate(() => document.scrollingElement?.scrollWidth)
    expect(scrollWidth).toBeLessThanOrEqual(width)
  }
})

test("on paper there is the code, and nothing of the demo", async ({ page, demo }) => {
  await page.goto("/")
  await page.emulateMedia({ media: "print" })
  await expect(demo.region).toBeHidden()
  await expect(page.getByText("What runs here…")).toBeHidden()
  await expect(page.getByRole("main").locator(".code-block").first()).toBeVisible()
})

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })

  test("all of it is there to read, and leads on", async ({ page }) => {
    await page.goto("/")
    const main = page.getByRole("main")
    const code = main.locator(".code-block").first()
    await expect(code).toContainText("enableWebAuthn")
    await expect(main.getByRole("listitem").filter({ hasText: "databases" })).toBeVisible()
    await expect(main.getByRole("link", { name: "Add the table" })).toBeVisible()
    await main.getByRole("link", { name: "Start a new app · 15 minutes" }).click()
    await page.waitForURL("/quick-start")
  })
})
