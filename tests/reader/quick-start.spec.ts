import { expect, test, type Page } from "@playwright/test"
import { hasFirefox } from "../support/firefox/installed"
import { withFirefox } from "../support/firefox/with-firefox"
import { countsOf, readInstructions } from "./instructions"
import { followFromInstalled, followToSignIn, remove, removeLine } from "./new-app"
import { Reader } from "./reader"
import { openApp } from "./use-app"

// A browser with a window lets a reader's click copy. One without asks nobody, and refuses.
test.use({ permissions: ["clipboard-write"] })
test.describe.configure({ mode: "serial" })

const openPage = (page: Page) => page.goto("/quick-start?database=sqlite&packageManager=npm")

let reader: Reader

test.beforeAll(async () => {
  reader = await Reader.sitDown()
})
test.afterAll(() => reader.leave())

test("who follows the quick start signs in with a passkey", async ({ page }) => {
  test.setTimeout(600_000)
  await openPage(page)
  const instructions = await readInstructions(page)

  const { files, lines, commands } = countsOf(instructions)
  console.log(`The quick start has ${files} files, ${lines} lines and ${commands} commands.`)
  await expect(page.getByRole("main")).toContainText(`${files} files with ${lines} lines in all`)
  await expect(page.getByRole("main")).toContainText(`${commands} commands`)
  expect(files).toBeLessThanOrEqual(5)
  expect(lines).toBeLessThanOrEqual(80)
  expect(commands).toBeLessThanOrEqual(5)

  await followToSignIn(page, reader, instructions)

  if (hasFirefox())
    await test.step("use the app as it was built, in Firefox", () =>
      withFirefox(async (page) => {
        const app = await openApp(page, reader.origin, "firefox@passkeys.example")
        await app.signIn()
        await app.signOut()
        await app.signIn()
      }))
})

/** Each takes one thing out of the page, and says what the reader meets then. */
const gaps: { name: string; take: (page: Page) => Promise<void>; meets: RegExp }[] = [
  {
    name: "a command",
    take: (page) => remove(page, "[data-command]", "npx prisma migrate dev"),
    meets: /The page says that this is printed: The following migration/,
  },
  {
    name: "a file",
    take: (page) => remove(page, "[data-file='auth.ts']", "NextAuth"),
    meets: /list of files has auth\.ts too many/,
  },
  {
    name: "an edit",
    take: (page) => remove(page, "[data-edit='.gitignore']", "/generated"),
    meets: /list of files has \.gitignore too many/,
  },
  {
    name: "an import",
    take: (page) => removeLine(page, "auth.ts", "import { PrismaAdapter }"),
    meets: /Cannot find name 'PrismaAdapter'/,
  },
  {
    name: "a file of the list",
    take: (page) => remove(page, "[data-files] li", "prisma.config.ts"),
    meets: /lacks prisma\.config\.ts/,
  },
]

for (const { name, take, meets } of gaps)
  test(`who follows it without ${name} does not arrive`, async ({ page }) => {
    test.setTimeout(240_000)
    await openPage(page)
    await take(page)
    const instructions = await readInstructions(page)
    await expect(followFromInstalled(reader, instructions)).rejects.toThrow(meets)
  })
