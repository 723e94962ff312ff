import type { Page } from "@playwright/test"
import { demoOf, expect, test } from "../fixtures"
import { guidePages } from "./guide-pages"

/** A text that only the demo's panel has: no page quotes it. */
const marker = "Asking Auth.js for options and a challenge"

/** Records what a page loads, from before it is opened. */
function recorder(page: Page) {
  const scripts: Promise<string>[] = []
  const asked: string[] = []
  page.on("request", (request) => asked.push(new URL(request.url()).pathname))
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.text())
  })
  return async () => {
    const bodies = await Promise.all(scripts)
    return {
      bytes: bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0),
      hasPanel: bodies.some((body) => body.includes(marker)),
      endpoints: asked.filter((path) => path.startsWith("/api/")),
    }
  }
}

/** Reads a page from top to bottom, as far as its prose goes, and lets it settle. */
async function read(page: Page, address: string) {
  await page.goto(address)
  await page.getByRole("heading").last().scrollIntoViewIfNeeded()
  await page.mouse.move(640, 450)
  await page.mouse.wheel(0, 400)
  await page.waitForLoadState("networkidle")
}

test.use({ viewport: { width: 1280, height: 900 } })

for (const { address } of guidePages) {
  test(`${address} loads the demo for who reaches for it, and for nobody else`, async ({
    page,
  }) => {
    const loaded = recorder(page)
    await read(page, address)
    const before = await loaded()
    expect(before.bytes).toBeGreaterThan(0)
    expect(before.hasPanel).toBe(false)
    expect(before.endpoints).toEqual([])

    await demoOf(page).open()
    const after = await loaded()
    expect(after.hasPanel).toBe(true)
    expect(after.bytes).toBeGreaterThan(before.bytes)
    expect(after.endpoints).toContain("/api/auth/session")
  })
}

test("the keyboard reaches for the demo too", async ({ page, demo }) => {
  const loaded = recorder(page)
  await read(page, "/glossary")
  expect((await loaded()).hasPanel).toBe(false)
  await demo.button("Create a passkey").focus()
  await expect(demo.region).toContainText("Runs on")
  expect((await loaded()).hasPanel).toBe(true)
})

test("on a phone the demo is loaded when the reader has scrolled to it", async ({ page, demo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const loaded = recorder(page)
  await page.goto("/glossary")
  await page.waitForLoadState("networkidle")
  const before = await loaded()
  expect(before.hasPanel).toBe(false)
  expect(before.endpoints).toEqual([])
  await demo.region.scrollIntoViewIfNeeded()
  await expect(demo.region).toContainText("Runs on")
  expect((await loaded()).hasPanel).toBe(true)
})

test("what happened, byte by byte, is less than 60 KB of compressed script", async ({
  page,
  authenticator,
  demo,
}) => {
  const sizes: Promise<number>[] = []
  await read(page, "/glossary")
  await demo.register()
  expect(await authenticator.credentials()).toHaveLength(1)
  await page.waitForLoadState("networkidle")
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await demo.region.getByText("What happened, byte by byte").click()
  await demo.region.getByRole("button", { name: "Asks for a new credential" }).click()
  await expect(page.getByRole("treeitem", { name: /^credentialId / })).toBeVisible()
  await page.waitForLoadState("networkidle")
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(bytes).toBeGreaterThan(5_000)
  expect(bytes).toBeLessThan(60_000)
})
