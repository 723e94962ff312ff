import { expect, signedInAs, test } from "../support/fixtures"

test("the recorded example gives way to the reader's own ceremonies, and every step gets its tick", async ({
  page,
  authenticator,
  demo,
}) => {
  await page.goto("/what-happens")
  const figures = page.getByRole("figure").filter({ has: page.locator("pre") })
  const count = await figures.count()
  const examples = figures.filter({ hasText: "recorded example" })
  await expect(examples).toHaveCount(count)
  const done = page.getByText(", done")
  await expect(done).toHaveCount(0)
  await demo.open()
  const height = () => page.evaluate(() => document.querySelector("main")?.scrollHeight)
  const before = await height()

  await demo.register()
  await expect(done).toHaveCount(4)
  await demo.signOut()
  await demo.button("Sign in with a passkey").click()
  await expect(done).toHaveCount(8)
  await expect(examples).toHaveCount(0)
  if ((page.viewportSize()?.width ?? 0) >= 1280) expect(await height()).toBe(before)

  const [credential] = await authenticator.credentials()
  const id = Buffer.from(credential?.credentialId ?? "", "base64").toString("base64url")
  await expect(figures.filter({ hasText: `"id": "${id}"` })).not.toHaveCount(0)
  await expect(signedInAs(demo)).toBeVisible()
  const cookies = await page.context().cookies()
  for (const { name, value } of cookies.filter(({ name }) => /session|challenge|csrf/.test(name)))
    expect(await page.content(), name).not.toContain(value)

  // They are there after a reload, and on the way back from another page.
  await page.reload()
  await expect(done).toHaveCount(8)
})

test("every field of a step can be explained", async ({ page }) => {
  await page.goto("/what-happens")
  const answer = page
    .getByRole("figure")
    .filter({ hasText: "Response from the authenticator" })
    .first()
  await answer.getByText("Explain every field").click()
  await expect(answer).toContainText("Recognized: registration response.")
  await expect(answer).toContainText("flags 0x45 = 01000101 (UP, UV, AT)")
})

// Playwright switches it off in Chromium only.
test.describe("without JavaScript", { tag: "@chromium" }, () => {
  test.use({ javaScriptEnabled: false })
  test("the recorded example is there", async ({ page }) => {
    await page.goto("/what-happens")
    await expect(page.getByText('"type": "public-key"').first()).toBeVisible()
  })
})
