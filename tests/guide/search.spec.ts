import { expect, test, type Page } from "@playwright/test"

/**
 * Searches for words, and returns what shows.
 *
 * Nextra drops what is typed while it loads its index. So the words are typed again until it answers.
 */
async function search(page: Page, words: string, answer: string) {
  const field = page.getByPlaceholder("Search the guide").filter({ visible: true })
  const found = page.getByRole("listbox").getByText(answer).first()
  await expect(async () => {
    await field.fill("")
    await field.fill(words)
    await expect(found).toBeVisible({ timeout: 1_000 })
  }).toPass()
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
  await search(page, "zzzzqqqq", "No results found.")
})
