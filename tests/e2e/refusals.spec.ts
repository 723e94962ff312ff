import { unavailable } from "../../demo/live/server/error-response"
import { expect, signedInAs, test } from "../support/fixtures"

const optionsEndpoint = "**/api/auth/webauthn-options/**"

// In Firefox, no prompt stays open.
test(
  "a prompt that times out says that nothing was changed, and another try works",
  { tag: "@chromium" },
  async ({ page, authenticator, demo }) => {
    // Chromium has no prompt to close here. Its answer is the same when nobody answers in time. What the
    // panel says meanwhile is looked for once a second.
    await page.route(optionsEndpoint, async (route) => {
      const response = await route.fetch()
      const answer = await response.json()
      answer.options.timeout = 2_000
      await route.fulfill({ response, json: answer })
    })
    await authenticator.answers(false)
    await page.goto("/")
    await demo.button("Create a passkey").click()
    await expect(demo.region).toContainText("Your turn")
    await demo.says("cancelled")
    expect(await authenticator.credentials()).toEqual([])

    await page.unroute(optionsEndpoint)
    await authenticator.answers(true)
    await demo.register()
    await expect(demo.problem).toBeEmpty()
  },
)

test("a sign-in prompt that is closed leaves the reader signed out", async ({
  page,
  authenticator,
  demo,
}) => {
  await page.addInitScript(() => {
    CredentialsContainer.prototype.get = () =>
      Promise.reject(new DOMException("The operation was not allowed.", "NotAllowedError"))
  })
  await page.goto("/")
  await demo.register()
  await demo.signOut()
  await demo.button("Sign in with a passkey").click()
  await demo.says("cancelled")
  await expect(signedInAs(demo)).toBeHidden()
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("a press that is too old for the browser's prompt is asked for again", async ({
  page,
  demo,
}) => {
  await page.addInitScript(() => {
    // As browsers do that want a press, when they get none or an old one: HTML §6.4.1.
    Object.defineProperty(navigator, "userActivation", { value: { isActive: false } })
    CredentialsContainer.prototype.create = () =>
      Promise.reject(new DOMException("The operation is not allowed.", "NotAllowedError"))
  })
  await page.goto("/")
  await demo.button("Create a passkey").click()
  await expect(demo.region).toContainText("Press “Create a passkey” again.")
  await expect(demo.problem).toBeEmpty()
})

test("an authenticator that does not recognise its user makes no passkey and signs nobody in", async ({
  page,
  authenticator,
  demo,
}) => {
  await authenticator.verifiesUser(false)
  await page.goto("/")
  await demo.button("Create a passkey").click()
  await demo.says("cancelled")
  expect(await authenticator.credentials()).toEqual([])

  await authenticator.verifiesUser(true)
  await demo.register()
  await demo.signOut()
  await authenticator.verifiesUser(false)
  await demo.button("Sign in with a passkey").click()
  await demo.says("cancelled")

  await authenticator.verifiesUser(true)
  await demo.button("Sign in with a passkey").click()
  await expect(signedInAs(demo)).toBeVisible()
})

for (const [status, code] of [
  [500, "server"],
  [429, "too-many"],
  [400, "refused"],
] as const)
  test(`an answer with status ${status} becomes words`, async ({ page, authenticator, demo }) => {
    await page.route(optionsEndpoint, (route) => route.fulfill({ status }))
    await page.goto("/")
    await demo.button("Create a passkey").click()
    await demo.says(code)

    await page.unroute(optionsEndpoint)
    await demo.register()
    await expect(demo.problem).toBeEmpty()
    expect(await authenticator.credentials()).toHaveLength(1)
  })

// What Auth.js answers when a `signIn` callback returns `false`, which the demo's never does. Firefox has
// no signal for the authenticator.
test(
  "a sign-in that the site doesn't allow is not called an expired one",
  { tag: "@chromium" },
  async ({ page, authenticator, demo }) => {
    await page.route("**/api/auth/callback/passkey", async (route) => {
      const url = new URL("/api/auth/error?error=AccessDenied", page.url()).href
      await route.fulfill({ json: { url } })
    })
    await page.goto("/")
    await demo.button("Create a passkey").click()
    await demo.says("not-allowed")
    // The passkey that was just created would sign nobody in, so the browser is told to forget it.
    await expect.poll(() => authenticator.credentials()).toEqual([])
  },
)

test("an error that is no error of a ceremony is one of the server", async ({ page, demo }) => {
  await page.route(optionsEndpoint, (route) => route.fulfill({ body: "<h1>Gateway</h1>" }))
  await page.goto("/")
  await demo.button("Create a passkey").click()
  await demo.says("server")
})

// What the server really answers while its database is locked, full or gone: database-faults.test.ts.
test("while the database is unavailable, the panel says so", async ({ page, demo }) => {
  const { error, retryAfter } = unavailable
  const headers = { "Retry-After": String(retryAfter) }
  await page.route(optionsEndpoint, (route) =>
    route.fulfill({ status: 503, headers, json: { error } }),
  )
  await page.goto("/")
  await demo.button("Create a passkey").click()
  await expect(demo.problem).toHaveText("The database is unavailable. Try again in a moment.")
})
