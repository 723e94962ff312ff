import { expect, test } from "@playwright/test"

test("the guide opens", async ({ page }) => {
  await page.goto("/")
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
})
