import { expect, test, type Page } from "@playwright/test"

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
  await expect(status).toHaveText("Loading…")
  release()
  await expect(status).toHaveText(/^\d+ results$/)
})

test("search that can't be loaded says so, and loads when it is asked again", async ({ page }) => {
  await page.route(/nextra-data/, (route) => route.abort())
  await page.goto("/")
  const field = page.getByPlaceholder("Search the guide")
  const status = page.getByRole("search").getByRole("status")
  await field.fill("glossary")
  await expect(status).toContainText("couldn't be loaded")
  await page.unroute(/nextra-data/)
  await field.blur()
  await field.focus()
  await expect(status).toHaveText(/^\d+ results$/)
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
  const options = page.getByRole("listbox").getByRole("option")
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
