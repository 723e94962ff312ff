import { expect, followLink, test } from "../support/fixtures"
import { barriers } from "./barriers"

test("a reader votes and adds a sentence, by keyboard alone", async ({ page }) => {
  await page.goto("/glossary")
  const form = page.getByRole("group", { name: "Was this page helpful?" })
  await form.getByRole("button", { name: "Yes" }).focus()
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  const status = page.getByRole("main").getByRole("status")
  await expect(status).toHaveText("Thank you. Your vote is stored.")
  await expect(form.getByRole("button", { name: "No" })).toHaveAttribute("aria-pressed", "true")
  await expect(form.getByRole("button", { name: "No" })).toBeFocused()
  // The field is open now, two stops further.
  await page.keyboard.press("Tab")
  await page.keyboard.press("Tab")
  await expect(page.getByLabel("What helped, or what was missing?")).toBeFocused()
  await page.keyboard.type("The definition of a ceremony.")
  const asked = page.waitForRequest("**/api/feedback")
  await page.keyboard.press("Tab")
  await page.keyboard.press("Space")
  const fields = new URLSearchParams((await asked).postData() ?? "")
  expect(Object.fromEntries(fields)).toEqual({
    page: "/glossary",
    helpful: "no",
    sentence: "The definition of a ceremony.",
  })
  expect((await (await asked).response())?.status()).toBe(200)
  expect(await barriers(page)).toEqual([])
  // Another page has a vote of its own.
  await followLink(page, "Support matrix", "/support-matrix")
  await expect(form.getByRole("button", { name: "No" })).not.toHaveAttribute("aria-pressed")
  await expect(status).toHaveText("")
})

test("Enter in the field doesn't vote", async ({ page }) => {
  await page.goto("/glossary")
  await page.getByText("Add a sentence").click()
  let sent = 0
  page.on("request", (request) => (sent += request.method() === "POST" ? 1 : 0))
  await page.getByLabel("What helped, or what was missing?").fill("one")
  await page.keyboard.press("Enter")
  await page.waitForTimeout(300)
  expect(sent).toBe(0)
  await expect(page).toHaveURL("/glossary")
})

test("a double click sends one vote", async ({ page }) => {
  await page.goto("/glossary")
  let sent = 0
  await page.route("**/api/feedback", async (route) => {
    sent++
    // A slow connection.
    await page.waitForTimeout(300)
    await route.continue()
  })
  await page.getByRole("button", { name: "Yes", exact: true }).dblclick()
  await expect(page.getByRole("main").getByRole("status")).toHaveText(/Thank you/)
  expect(sent).toBe(1)
})

test("without a connection, it says so, and the next press works", async ({ page, context }) => {
  await page.goto("/glossary")
  await page.waitForLoadState("networkidle")
  await context.setOffline(true)
  const status = page.getByRole("main").getByRole("status")
  await page.getByRole("button", { name: "No", exact: true }).click()
  await expect(status).toHaveText("Your vote wasn't sent. Check your connection and try again.")
  await context.setOffline(false)
  await page.getByRole("button", { name: "No", exact: true }).click()
  await expect(status).toHaveText("Thank you. Your vote is stored.")
})

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false })

  test("the form works, and leads back to a word of thanks", async ({ page }) => {
    await page.goto("/glossary")
    const thanks = page.getByText("Thank you. Your vote is stored.")
    await expect(thanks).toBeHidden()
    await page.getByText("Add a sentence").click()
    await page.getByLabel("What helped, or what was missing?").fill("It works.")
    await page.getByRole("button", { name: "Yes", exact: true }).click()
    await expect(page).toHaveURL("/glossary#feedback-stored")
    await expect(thanks).toBeVisible()
    await expect(thanks).toBeInViewport()
  })
})
