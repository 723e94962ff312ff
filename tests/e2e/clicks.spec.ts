import type { Page } from "@playwright/test"
import { expect, holdPrompt, signedInAs, test } from "../support/fixtures"

/** The script of the demo, which a page does not load by itself: what loads after a pause. */
async function holdDemoScript(page: Page) {
  await page.goto("/")
  await page.waitForLoadState("networkidle")
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  let asked = () => {}
  const wanted = new Promise<void>((resolve) => (asked = resolve))
  await page.route(/\/_next\/static\/chunks\//, async (route) => {
    asked()
    await held
    await route.continue()
  })
  return { wanted, release }
}

test("a click before the demo's script has come is not lost", async ({
  page,
  authenticator,
  demo,
}) => {
  const script = await holdDemoScript(page)
  await demo.button("Create a passkey").click()
  await script.wanted
  script.release()
  await expect(signedInAs(demo)).toBeVisible()
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("where the demo's script does not come, the demo says so, and another click tries again", async ({
  page,
  authenticator,
  demo,
}) => {
  await page.goto("/")
  await page.waitForLoadState("networkidle")
  await page.route(/\/_next\/static\/chunks\//, (route) => route.abort())
  await demo.button("Create a passkey").click()
  await expect(demo.problem).toContainText("The demo couldn't be loaded.")
  await page.unroute(/\/_next\/static\/chunks\//)
  await demo.button("Create a passkey").click()
  await expect(signedInAs(demo)).toBeVisible()
  expect(await authenticator.credentials()).toHaveLength(1)
})

test("a click before the session is known ends signed in", async ({
  page,
  authenticator,
  demo,
}) => {
  // The answer is from before the click, and comes late.
  await page.route(
    "**/api/auth/session",
    async (route) => {
      const response = await route.fetch()
      await page.waitForTimeout(1_500)
      await route.fulfill({ response })
    },
    { times: 1 },
  )
  await page.goto("/")
  await demo.region.hover()
  await expect(demo.region).toContainText("Loading your session…")
  await demo.button("Create a passkey").click()
  await expect(signedInAs(demo)).toBeVisible()
  expect(await authenticator.credentials()).toHaveLength(1)
})

for (const loaded of [false, true])
  test(`a double click ${loaded ? "" : "before the script is there "}makes one account and one credential`, async ({
    page,
    authenticator,
    demo,
  }) => {
    const asked: string[] = []
    page.on("request", (request) => {
      if (/webauthn-options|callback\/passkey/.test(request.url())) asked.push(request.method())
    })
    const answer = await holdPrompt(page)
    await page.goto("/")
    if (loaded) await demo.open()
    await demo.button("Create a passkey").dblclick()
    await expect(demo.region).toContainText("Your turn")
    // They say that they are disabled. Whoever clicks all the same starts nothing.
    await demo.button("Create a passkey").click({ force: true })
    await demo.button("Sign in with a passkey").click({ force: true })
    answer()
    await expect(demo.region).toContainText("1 passkey")
    expect(await authenticator.credentials()).toHaveLength(1)
    expect(asked).toEqual(["GET", "POST"])
  })

test("a button that is pressed while the demo's script comes is pressed", async ({
  page,
  demo,
  authenticator,
}) => {
  await page.goto("/")
  // The script is asked for when the pointer comes, and arrives while the button is held down.
  await demo.button("Create a passkey").hover()
  await page.mouse.down()
  await page.waitForLoadState("networkidle")
  await page.mouse.up()
  await expect(demo.region).toContainText("You have a passkey, and you are signed in.")
  expect(await authenticator.credentials()).toHaveLength(1)
})
