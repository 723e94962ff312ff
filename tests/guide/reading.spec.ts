import type { Page } from "@playwright/test"
import { expect, followLink, test } from "../support/fixtures"

test("on this page: one heading is marked, wherever the reader is", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto("/glossary")
  const marked = page.getByRole("navigation", { name: "On this page" }).locator("[aria-current]")
  await expect(marked).toHaveCount(1)
  const first = await marked.innerText()
  const height = await page.evaluate(() => document.body.scrollHeight)
  const seen = new Set<string>()
  for (let top = 0; top <= height; top += 700) {
    await page.evaluate((top) => scrollTo(0, top), top)
    await expect(marked).toHaveCount(1)
    await expect(marked).toBeInViewport()
    seen.add(await marked.innerText())
  }
  expect(seen.size).toBeGreaterThan(5)
  await page.evaluate(() => scrollTo(0, 0))
  await expect(marked).toHaveText(first)
})

/** The blocks of code in a page, as they show. */
const codeOf = (page: Page) => page.locator(".code-block pre").allInnerTexts()

test("a page that a link leads to has its code, and so has the one the reader comes back to", async ({
  page,
}) => {
  await page.goto("/production")
  const ofProduction = await codeOf(page)
  await page.goto("/configure")
  const ofConfigure = await codeOf(page)
  expect(ofConfigure.join("")).toContain("enableWebAuthn")

  const documents: string[] = []
  page.on("request", (request) => {
    if (request.isNavigationRequest()) documents.push(request.url())
  })
  await followLink(page, "Go to production", "/production")
  await expect.poll(() => codeOf(page)).toEqual(ofProduction)
  await page.goBack()
  await expect.poll(() => codeOf(page)).toEqual(ofConfigure)
  await page.goForward()
  await expect.poll(() => codeOf(page)).toEqual(ofProduction)
  expect(documents).toEqual([])
})

test("where the next page can't be fetched ahead, the browser loads it", async ({ page }) => {
  await page.goto("/configure")
  await page.route("**/production", async (route) => {
    if (route.request().isNavigationRequest()) await route.continue()
    else await route.abort()
  })
  await followLink(page, "Go to production", "/production")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Go to production")
  expect((await codeOf(page)).join("")).toContain("Passkey")
})

test("copy says that it has copied, also to those who don't see the button", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-write"])
  await page.goto("/configure")
  await page.waitForLoadState("networkidle")
  const button = page.getByRole("button", { name: "Copy code" }).first()
  await button.click()
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toHaveCount(1)
  await expect(button).toHaveAttribute("data-copy-code", "copied")
  await expect(button).toHaveAttribute("data-copy-code", "")
})

test("the reader's colors are there at the first paint of every later page", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" })
  await page.goto("/configure")
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await ground()).toBe("rgb(255, 255, 255)")
  await page.getByLabel("Color scheme").selectOption("dark")
  await expect.poll(ground).toBe("rgb(14, 20, 18)")
  await page.goto("/glossary", { waitUntil: "commit" })
  await page.locator("body").waitFor()
  expect(await ground()).toBe("rgb(14, 20, 18)")
  await expect(page.getByLabel("Color scheme")).toHaveValue("dark")
  await page.getByLabel("Color scheme").selectOption("system")
  await expect.poll(ground).toBe("rgb(255, 255, 255)")
})
