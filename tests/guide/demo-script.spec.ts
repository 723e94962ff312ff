import { expect, test } from "../support/fixtures"
import { readToTheEnd, recordLoading } from "./loading"

test.use({ viewport: { width: 1280, height: 900 } })

test("the keyboard reaches for the demo too", async ({ page, demo }) => {
  const loaded = recordLoading(page)
  await page.goto("/glossary")
  await readToTheEnd(page)
  expect((await loaded()).hasPanel).toBe(false)
  await demo.button("Create a passkey").focus()
  await expect(demo.region).toContainText("Runs on")
  expect((await loaded()).hasPanel).toBe(true)
})

test("on a phone the demo is loaded when the reader has scrolled to it", async ({ page, demo }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const loaded = recordLoading(page)
  await page.goto("/glossary")
  await page.waitForLoadState("networkidle")
  const before = await loaded()
  expect(before.hasPanel).toBe(false)
  expect(before.endpoints).toEqual([])
  await demo.region.scrollIntoViewIfNeeded()
  await expect(demo.region).toContainText("Runs on")
  expect((await loaded()).hasPanel).toBe(true)
})

test("on a phone the demo of the front page, which is in view, is loaded when it's touched", async ({
  page,
  demo,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const loaded = recordLoading(page)
  await page.goto("/")
  await expect(demo.button("Create a passkey")).toBeInViewport()
  await page.waitForLoadState("networkidle")
  const before = await loaded()
  expect(before.hasPanel).toBe(false)
  expect(before.endpoints).toEqual([])
  await demo.button("Create a passkey").focus()
  await expect(demo.region).toContainText("Runs on")
  expect((await loaded()).hasPanel).toBe(true)
})

test("what happened, byte by byte, is less than 60 KB of compressed script", async ({
  page,
  authenticator,
  demo,
}) => {
  const sizes: Promise<number>[] = []
  await page.goto("/glossary")
  await readToTheEnd(page)
  await demo.register()
  expect(await authenticator.credentials()).toHaveLength(1)
  await page.waitForLoadState("networkidle")
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await demo.region.getByText("What happened, byte by byte").click()
  await demo.region.getByRole("button", { name: "Requests a new credential" }).click()
  await expect(page.getByRole("treeitem", { name: /^credentialId / })).toBeVisible()
  await page.waitForLoadState("networkidle")
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(bytes).toBeGreaterThan(5_000)
  expect(bytes).toBeLessThan(60_000)
})
