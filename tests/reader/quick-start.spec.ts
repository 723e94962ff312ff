import { expect, test, type Page } from "@playwright/test"
import { countsOf, readInstructions } from "./instructions"
import { Reader } from "./reader"
import { openApp } from "./use-app"

// A browser with a window lets a reader's click copy. One without asks nobody, and refuses.
test.use({ permissions: ["clipboard-write"] })
test.describe.configure({ mode: "serial" })

const openPage = (page: Page) => page.goto("/quick-start?database=sqlite&packageManager=npm")

let reader: Reader
/** The reader's folder after the first command and after the second, for the tests of mistakes. */
const after = { creating: "", installing: "" }

test.beforeAll(async () => {
  reader = await Reader.sitDown()
})
test.afterAll(() => reader.leave())

test("who follows the quick start signs in with a passkey", async ({ page }) => {
  test.setTimeout(360_000)
  await openPage(page)
  const instructions = await readInstructions(page)

  const { files, lines, commands } = countsOf(instructions)
  console.log(`The quick start has ${files} files, ${lines} lines and ${commands} commands.`)
  await expect(page.getByRole("main")).toContainText(`${files} files with ${lines} lines in all`)
  await expect(page.getByRole("main")).toContainText(`${commands} commands`)
  expect(files).toBeLessThanOrEqual(5)
  expect(lines).toBeLessThanOrEqual(80)
  expect(commands).toBeLessThanOrEqual(5)

  for (const instruction of instructions) {
    const text = instruction.kind === "command" ? instruction.text : ""
    await test.step(`${instruction.kind} ${text}`, () => reader.follow(instruction))
    if (text.includes("create-next-app")) after.creating = await reader.snapshot("created")
    if (text.includes("npm install")) after.installing = await reader.snapshot("installed")
  }

  const app = await openApp(page, reader.origin)
  await test.step("use the app in development", async () => {
    await app.signIn()
    await app.signOut()
    await app.signIn()
    await app.signOut()
    await app.cancelOnce()
    expect(reader.log).not.toMatch(/\[auth\]\[error\]|⨯/)
    await reader.stop()
  })
  for (const command of ["npx tsc --noEmit", "npm run lint", "npm run build"])
    await test.step(command, () => reader.runToEnd(command))
  await test.step("use the app as it was built", async () => {
    await reader.startBuilt()
    await app.signOut()
    await app.signIn()
    expect(reader.log).not.toMatch(/\[auth\]\[error\]|⨯/)
  })
})
