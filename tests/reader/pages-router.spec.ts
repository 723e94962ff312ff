import { expect, test, type Page } from "@playwright/test"
import { countsOf, readInstructions } from "./instructions"
import { followFromInstalled, followToSignIn, remove } from "./new-app"
import { Reader } from "./reader"

test.use({ permissions: ["clipboard-write"] })
test.describe.configure({ mode: "serial" })

const openPage = (page: Page) => page.goto("/pages-router?database=sqlite&packageManager=npm")

let reader: Reader

test.beforeAll(async () => {
  reader = await Reader.sitDown()
})
test.afterAll(() => reader.leave())

test("who follows the page for the Pages Router signs in with a passkey", async ({ page }) => {
  test.setTimeout(360_000)
  await openPage(page)
  const instructions = await readInstructions(page)
  const { files, lines, commands } = countsOf(instructions)
  await expect(page.getByRole("main")).toContainText(
    `${files} files with ${lines} lines in all, and run ${commands} commands`,
  )
  await followToSignIn(page, reader, instructions)
})

test("who follows it without transpilePackages does not arrive", async ({ page }) => {
  test.setTimeout(120_000)
  await openPage(page)
  await remove(page, "[data-edit='next.config.ts']", "transpilePackages")
  const followed = followFromInstalled(reader, await readInstructions(page))
  await expect(followed).rejects.toThrow(/list of files has next\.config\.ts too many/)
})
