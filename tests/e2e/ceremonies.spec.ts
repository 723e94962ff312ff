import { expect, holdPrompt, signedInAs, test } from "../support/fixtures"
import { typeInto } from "../support/typing"

test("register, sign out, sign in", async ({ authenticator, registered: demo }) => {
  await expect(demo.region).toContainText("1 passkey")
  expect(await authenticator.credentials()).toHaveLength(1)

  await demo.signOut()
  await expect(demo.button("Create a passkey")).toBeVisible()

  await demo.button("Sign in with a passkey").click()
  await expect(demo.region).toContainText("You are signed in.")
  await expect(demo.region).toContainText("checked the counter")
})

test("from an opened page to signed in are two clicks: create, confirm", async ({
  page,
  authenticator,
  demo,
}) => {
  const confirm = await holdPrompt(page)
  await page.goto("/")
  await demo.button("Create a passkey").click()
  await expect(demo.region).toContainText("Your turn")
  confirm()
  await expect(signedInAs(demo)).toBeVisible()
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("coming back takes one click and the prompt", async ({
  page,
  context,
  authenticator,
  registered: demo,
}) => {
  const name = await signedInAs(demo).locator("strong").innerText()
  await demo.signOut()

  await context.clearCookies()
  const confirm = await holdPrompt(page)
  await page.goto("/glossary")
  await demo.button("Sign in with a passkey").click()
  await expect(demo.region).toContainText("Your turn")
  confirm()
  await expect(signedInAs(demo)).toContainText(name)
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("the reader may choose the made-up name", async ({ page, authenticator, demo }) => {
  const name = `own-choice-${Date.now()}`
  await page.goto("/")
  await demo.open()
  await typeInto(demo.name, name)
  await demo.register()
  await expect(signedInAs(demo)).toContainText(name)
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("a name that is taken is refused in words, and nothing is made", async ({
  authenticator,
  registered: demo,
}) => {
  const name = await signedInAs(demo).locator("strong").innerText()
  await demo.signOut()
  await typeInto(demo.name, name)
  await demo.button("Create a passkey").click()
  await expect(demo.problem).toContainText(
    `The name “${name}” is taken. Choose another, or sign in with its passkey.`,
  )
  await expect(demo.problem.getByRole("link")).toHaveAttribute("href", "/errors/invalid-request")
  await expect(demo.name).toHaveAttribute("aria-invalid", "true")
  expect(await authenticator.credentials()).toHaveLength(1)

  // Both ways on work.
  await typeInto(demo.name, `${name.slice(0, 20)}-2`)
  await expect(demo.name).not.toHaveAttribute("aria-invalid")
  await demo.button("Sign in with a passkey").click()
  await expect(signedInAs(demo)).toContainText(name)
  await expect(demo.problem).toBeEmpty()
})

test("whoever is signed in sees what was written first, and then what they can do", async ({
  registered: demo,
}) => {
  await expect(demo.button("Rename")).toBeVisible()
  const controls = demo.region.locator("summary, button, [role=switch]")
  const names = await controls.evaluateAll((elements) =>
    elements.map((element) =>
      element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent,
    ),
  )
  expect(names).toEqual([
    "See your rows",
    "See every byte",
    "What happened, byte by byte",
    "Your rows in the database",
    "Add another passkey",
    "Sign out",
    "Erase my demo account",
    "Rename",
    "Remove",
    "Use a practice passkey",
    "What this browser can do",
  ])
  await expect(demo.region).toContainText("a User, an Account, a Session and an Authenticator")
})

test("a name that is no name is stopped by the form", async ({ page, demo }) => {
  const options: string[] = []
  page.on("request", (request) => options.push(request.url()))
  await page.goto("/")
  await demo.open()
  await typeInto(demo.name, "A Name!")
  await demo.button("Create a passkey").click()
  await expect(demo.name).toBeFocused()
  expect(await demo.name.evaluate((input: HTMLInputElement) => input.validity.valid)).toBe(false)
  expect(options.filter((url) => url.includes("/webauthn-options/"))).toEqual([])
})
