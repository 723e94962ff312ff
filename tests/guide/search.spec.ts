import { expect, test, type Page } from "@playwright/test"

/** Not the options of a select. */
const optionsIn = (page: Page) => page.getByRole("listbox", { name: "Results" }).getByRole("option")

/** Searches for words, and returns what shows. What is typed before the index is there is not lost. */
async function search(page: Page, words: string, answer: string) {
  await page.getByPlaceholder("Search the guide").fill(words)
  const found = page.getByRole("listbox").getByText(answer).first()
  await expect(found).toBeVisible()
  return found
}

test("search finds a heading by its words, and leads to it", async ({ page }) => {
  await page.goto("/glossary")
  const heading = page.getByRole("main").getByRole("heading", { level: 3 }).last()
  const words = (await heading.innerText()).trim()
  await page.goto("/")
  await (await search(page, words, words)).click()
  await page.waitForURL(/\/glossary#/)
  await expect(heading).toBeInViewport()
})

test("search finds a word of quoted code", async ({ page }) => {
  await page.goto("/")
  await (await search(page, "enableWebAuthn", "enableWebAuthn")).click()
  await expect(page.getByRole("main")).toContainText("enableWebAuthn")
})

test("search says when it finds nothing", async ({ page }) => {
  await page.goto("/")
  await page.getByPlaceholder("Search the guide").fill("zzzzqqqq")
  await expect(page.getByRole("search").getByRole("status")).toHaveText("No results found.")
})

test("while the index loads, search says so, and not that there is nothing", async ({ page }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/nextra-data/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto("/")
  await page.getByPlaceholder("Search the guide").fill("glossary")
  const status = page.getByRole("search").getByRole("status")
  await expect(status).toHaveText("Loading the search…")
  release()
  await expect(status).toHaveText(/^\d+ results$/)
})

test("what is typed before the page's script runs is searched for", async ({ page }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/_next\/static\/chunks\/.*\.js/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto("/", { waitUntil: "commit" })
  const field = page.getByPlaceholder("Search the guide")
  await field.fill("relying party")
  release()
  await expect(optionsIn(page).first()).toContainText("Relying party")
  await expect(field).toHaveValue("relying party")
})

test("Enter that is pressed while the index loads opens the first result when it's there", async ({
  page,
}) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/nextra-data/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto("/")
  const field = page.getByPlaceholder("Search the guide")
  await field.fill("relying party")
  await expect(page.getByRole("search").getByRole("status")).toHaveText("Loading the search…")
  await field.press("Enter")
  release()
  await page.waitForURL("/glossary#relying-party")
})

test("search that can't be loaded says so, and loads when it is asked again", async ({ page }) => {
  await page.route(/nextra-data/, (route) => route.abort())
  await page.goto("/")
  const field = page.getByPlaceholder("Search the guide")
  const status = page.getByRole("search").getByRole("status")
  await field.fill("glossary")
  await expect(status).toContainText("couldn't be loaded")
  await expect(status).not.toContainText("No results")
  await page.unroute(/nextra-data/)
  await page.keyboard.press("Tab")
  await expect(page.getByRole("button", { name: "Try again" })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(status).toHaveText(/^\d+ results$/)
  await expect(field).toBeFocused()
})

test("a typo and values of the reader's own don't hide an error message", async ({ page }) => {
  await page.goto("/")
  const words = 'Unexpeted authentication response origin "http://localhost:3001", expected "x"'
  await page.getByPlaceholder("Search the guide").fill(words)
  const first = optionsIn(page).first()
  await expect(first).toContainText("Unexpected response origin")
  await expect(first).toContainText("Unexpected authentication response origin")
})

test("each section is said once, in what the reader has chosen", async ({ page }) => {
  await page.goto("/configure?database=mysql")
  await page.getByPlaceholder("Search the guide").fill("connection string")
  const options = optionsIn(page)
  await expect(options.first()).toBeVisible()
  const names = await options.evaluateAll((all) =>
    all.map((option) => Array.from(option.querySelectorAll("span"), (one) => one.textContent)),
  )
  const headings = names.map(([heading, where]) => `${heading} – ${where}`)
  expect(new Set(headings).size).toBe(headings.length)
})

test("what only another choice shows says so, and opening it makes that choice", async ({
  page,
}) => {
  await page.goto("/configure?database=sqlite")
  const field = page.getByPlaceholder("Search the guide")
  await field.fill("allowPublicKeyRetrieval")
  // The page of an error has it too, for everybody.
  const option = optionsIn(page).filter({ hasText: "Configure Auth.js" })
  await expect(option).toContainText("Switches to MySQL, MariaDB")
  await option.click()
  const text = page.getByRole("main").getByText("allowPublicKeyRetrieval")
  await expect(text).toBeInViewport()
  await expect(page.getByRole("combobox", { name: "Database" })).toHaveValue("mysql")
  // Now it is what the reader sees.
  await field.fill("allowPublicKeyRetrieval")
  await expect(option).toBeVisible()
  await expect(option).not.toContainText("Switches to")
})

test("opening a result marks what was found, until the reader goes on", async ({ page }) => {
  await page.goto("/")
  const field = page.getByPlaceholder("Search the guide")
  await field.fill("getRelayingParty")
  await expect(optionsIn(page).first()).toBeVisible()
  await field.press("Enter")
  await page.waitForURL(/\/domains#/)
  const marked = () =>
    page.evaluate(() => Array.from(CSS.highlights.get("search-match") ?? [], String))
  await expect.poll(async () => new Set(await marked())).toEqual(new Set(["getRelayingParty"]))
  await expect(page.getByRole("heading", { level: 2, name: "Several origins" })).toBeFocused()
  await page.keyboard.press("Shift")
  await expect.poll(marked).toEqual([])
})

test("a word that the guide doesn't use finds what it stands for, which is marked too", async ({
  page,
}) => {
  await page.goto("/")
  const field = page.getByRole("combobox", { name: "Search the guide" })
  await field.fill("yubikey")
  const roaming = optionsIn(page).filter({ hasText: "Roaming authenticator" })
  await expect(roaming.locator("mark")).toHaveText(["authenticator"])
  await field.fill("2fa")
  const first = optionsIn(page).first()
  await expect(first).toContainText("Before something serious")
  await expect(first.locator("mark")).toHaveText(["step-up", "authentication"])
  await field.press("Enter")
  await page.waitForURL("/step-up")
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused()
  const marked = () =>
    page.evaluate(() => Array.from(CSS.highlights.get("search-match") ?? [], String))
  await expect.poll(marked).toEqual(["step-up", "authentication"])
})

test("search is worked by keyboard, and says which result is chosen", async ({ page }) => {
  await page.goto("/")
  await page.getByRole("heading", { level: 1 }).waitFor()
  const field = page.getByRole("combobox", { name: "Search the guide" })
  await expect(async () => {
    await page.keyboard.press("/")
    await expect(field).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.type("adapter")
  const options = optionsIn(page)
  await expect(options.first()).toHaveAttribute("aria-selected", "true")
  await page.keyboard.press("ArrowDown")
  const second = options.nth(1)
  await expect(second).toHaveAttribute("aria-selected", "true")
  await expect(field).toHaveAttribute(
    "aria-activedescendant",
    (await second.getAttribute("id")) ?? "",
  )
  await page.keyboard.press("Escape")
  await expect(options).toHaveCount(0)
  await expect(field).toHaveValue("adapter")
  await page.keyboard.type(" contract")
  await page.keyboard.press("Enter")
  await page.waitForURL("/other-adapters*")
  await expect(field).toHaveValue("")
})
