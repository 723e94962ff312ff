import AxeBuilder from "@axe-core/playwright"
import { expect, test, type LiveDemo } from "../support/fixtures"

const openRows = (demo: LiveDemo) => demo.region.getByText("Your rows in the database").click()
const table = (demo: LiveDemo, name: string) =>
  demo.region.getByRole("region", { name: `${name} rows` })

// Asked for here, each page has an authenticator.
test.beforeEach(async ({ authenticator }) => {
  expect(await authenticator.credentials()).toEqual([])
})

test("a reader sees the rows that each action writes and deletes", async ({
  page,
  browserName,
  authenticator,
  demo,
}) => {
  await page.goto("/")
  await demo.open()
  await openRows(demo)
  await expect(demo.region).toContainText("You're signed out, so there's nothing to show")

  await demo.register()
  await expect(demo.region).toContainText("Before and after you created a passkey")
  for (const name of ["User", "Account", "Session", "Authenticator"])
    await expect(table(demo, name)).toContainText("This row isnew")
  const [credential] = await authenticator.credentials()
  await expect(table(demo, "Authenticator")).toContainText(credential?.credentialId ?? "none")

  await demo.signOut()
  await expect(demo.region).toContainText("as your session last saw them")
  await expect(table(demo, "Session")).toContainText("This row isdeleted")
  await expect(table(demo, "Authenticator")).not.toContainText("This row is")

  await authenticator.setSignCount(5)
  await demo.button("Sign in with a passkey").click()
  await expect(demo.region).toContainText("Before and after you signed in")
  await expect(table(demo, "Session")).toContainText("This row isnew")
  // Chromium's authenticator counts a signature and then tells the number, Firefox's tells it first.
  const told = browserName === "firefox" ? 5 : 6
  await expect(table(demo, "Authenticator")).toContainText(`→ ${told}`)
  await expect(table(demo, "User")).not.toContainText("This row is")

  await demo.button("Erase my demo account").click()
  await demo.button("Yes, erase").click()
  await expect(demo.region).toContainText("deleting the User row deleted the rest too")
  for (const name of ["User", "Account", "Session", "Authenticator"])
    await expect(table(demo, name)).toContainText("This row isdeleted")
})

test("the rows open wide, from what happened and from their section", async ({
  page,
  registered: demo,
}) => {
  const dialog = page.getByRole("dialog", { name: "Your rows in the database" })
  await demo.button("See your rows").click()
  for (const name of ["User", "Account", "Session", "Authenticator"])
    await expect(dialog.getByRole("region", { name: `${name} rows` })).toContainText(
      "This row isnew",
    )
  const box = await dialog.boundingBox()
  expect(box?.width).toBeGreaterThan(800)
  await page.keyboard.press("Escape")
  await expect(dialog).toBeHidden()
  await expect(demo.button("See your rows")).toBeFocused()

  await openRows(demo)
  await demo.button("Open wide").click()
  await expect(dialog).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  // Firefox's scroll bar takes a part of the window.
  const width = await page.evaluate(() => document.documentElement.clientWidth)
  expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width, height: 844 })
  await dialog.getByRole("button", { name: "Close" }).click()
  await expect(dialog).toBeHidden()
})

test("rows that don't come in time can be asked for again", async ({ page, demo }) => {
  let requests = 0
  await page.route("**/api/demo/rows", () => void (requests += 1))
  await page.goto("/")
  await demo.region.hover()
  await openRows(demo)
  await expect(demo.problem.filter({ hasText: "didn't answer in time" })).toBeVisible({
    timeout: 15_000,
  })
  expect(requests, "the panel and its section share one request").toBe(1)
  await page.unroute("**/api/demo/rows")
  await demo.button("Try again").click()
  await expect(demo.region).toContainText("You're signed out, so there's nothing to show")
})

test("a column is explained, and the SQL follows the reader's database", async ({
  page,
  registered: demo,
}) => {
  await openRows(demo)
  const column = table(demo, "Authenticator").getByRole("button", { name: "credentialBackedUp" })
  await column.press("Enter")
  await expect(column).toHaveAttribute("aria-expanded", "true")
  await expect(table(demo, "Authenticator")).toContainText("Whether it was backed up")

  const user = table(demo, "User")
  await user.getByText("See these rows in SQLite").click()
  await expect(user.locator("pre")).toHaveText(/^SELECT \* FROM "User" WHERE "id" = '[\w-]+';$/)
  await page.evaluate(() => (document.documentElement.dataset.database = "mysql"))
  await expect(user.locator("pre")).toHaveText(/^SELECT \* FROM `User` WHERE `id` = '[\w-]+';$/)
})

test("no token is in the page, and axe finds nothing, wide and narrow", async ({
  page,
  registered: demo,
}) => {
  await openRows(demo)
  await expect(table(demo, "Session")).toContainText("… (masked)")
  const cookies = await page.context().cookies()
  const token = cookies.find(({ name }) => name.includes("session-token"))?.value ?? "none"
  expect(await page.content()).not.toContain(token)
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    // Its types come from another copy of playwright-core than the tests'.
    const { violations } = await new AxeBuilder({ page: page as never })
      .include("#live-demo")
      .analyze()
    expect(violations).toEqual([])
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      )
    expect(await overflow()).toBe(false)
  }
})
