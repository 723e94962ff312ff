import { expect, signedInAs, test } from "../support/fixtures"

// Firefox has no signal for the authenticator.
test(
  "an erased account is deleted from the database, and its passkey from the authenticator",
  { tag: "@chromium" },
  async ({ page, authenticator, registered: demo }) => {
    const name = await signedInAs(demo).locator("strong").innerText()
    const passkeys = await authenticator.credentials()

    await demo.button("Erase my demo account").click()
    await demo.button("Yes, erase").click()
    await expect(demo.region).toContainText("deleted from the database")
    await expect(demo.button("Create a passkey")).toBeVisible()
    await expect.poll(() => authenticator.credentials()).toEqual([])
    const { rows } = await (await page.request.get("/api/demo/rows")).json()
    expect(rows).toBeNull()

    // A password manager that was not told still has it.
    await authenticator.receive(passkeys)
    await demo.button("Sign in with a passkey").click()
    await demo.says("not-accepted")

    // The name is free again: no User row is left behind.
    await demo.name.fill(name)
    await demo.register()
    await expect(signedInAs(demo)).toContainText(name)
  },
)

test("an account is kept when the reader changes their mind", async ({
  authenticator,
  registered: demo,
}) => {
  await demo.button("Erase my demo account").click()
  await demo.button("Keep it").click()
  await expect(demo.button("Yes, erase")).toBeHidden()
  await expect(demo.region).toContainText("1 passkey")
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("Enter held down, or a double click, asks and erases nothing", async ({
  page,
  authenticator,
  registered: demo,
}) => {
  const erased: string[] = []
  page.on("request", (request) => {
    if (request.method() === "DELETE") erased.push(request.url())
  })
  const question = demo.region.getByRole("group", { name: "Permanently erase the account" })
  await demo.button("Erase my demo account").focus()
  for (let repeats = 0; repeats < 10; repeats++) {
    await page.keyboard.down("Enter")
    await page.waitForTimeout(30)
  }
  await page.keyboard.up("Enter")
  await expect(question).toBeFocused()
  // Whoever presses it once more has still not answered.
  await page.keyboard.press("Enter")
  await page.keyboard.press("Tab")
  await expect(demo.button("Keep it")).toBeFocused()
  await page.keyboard.press("Escape")
  await expect(question).toBeHidden()
  await expect(demo.button("Erase my demo account")).toBeFocused()

  await demo.button("Erase my demo account").dblclick()
  await expect(question).toBeVisible()
  await demo.button("Yes, erase").dispatchEvent("click", { detail: 2 })
  await page.waitForTimeout(300)
  expect(erased).toEqual([])
  await expect(signedInAs(demo)).toBeVisible()
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("a passkey whose account was erased elsewhere is refused in words", async ({
  page,
  authenticator,
  registered: demo,
}) => {
  await demo.signOut()
  await demo.button("Sign in with a passkey").click()
  await expect(signedInAs(demo)).toBeVisible()
  expect((await page.request.delete("/api/demo/account")).ok()).toBe(true)
  await page.reload()

  await demo.button("Sign in with a passkey").click()
  await demo.says("not-accepted")
  await expect(signedInAs(demo)).toBeHidden()
  // What it says to do works: the authenticator makes another one.
  await demo.register()
  expect((await authenticator.credentials()).length).toBeGreaterThan(0)
})

test("nobody but its owner erases an account", async ({
  page,
  registered: demo,
  authenticator,
  playwright,
}) => {
  const stranger = await playwright.request.newContext({ baseURL: new URL(page.url()).origin })
  expect((await stranger.delete("/api/demo/account")).status()).toBe(401)
  await stranger.dispose()
  await page.reload()
  await expect(demo.region).toContainText("1 passkey")
  expect(await authenticator.credentials()).toHaveLength(1)
})
