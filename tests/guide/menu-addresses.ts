import type { Page } from "@playwright/test"

/** Where the menu of an open page leads, in its order, also where it's behind its button. */
export async function menuAddresses(page: Page): Promise<string[]> {
  const addresses = await page
    .getByRole("navigation", { name: "Guide", includeHidden: true })
    .getByRole("link", { includeHidden: true })
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))
  return [...new Set(addresses)]
}
