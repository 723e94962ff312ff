import { expect, test } from "@playwright/test"
import { execute } from "../databases/execute"
import { rowsOf } from "../support/database-rows"
import { startPostgresql } from "../support/postgresql-server"
import { expectNoError } from "../support/server-log"
import { passwordsAndLinks } from "./apps"
import { followSections, type PageSections } from "./follow-sections"
import { Reader } from "./reader"
import { openExistingApp } from "./use-existing-app"

// A browser with a window lets a reader's click copy. One without asks nobody, and refuses.
test.use({ permissions: ["clipboard-write"] })
test.describe.configure({ mode: "serial" })

const choices = "database=postgresql&packageManager=pnpm"

/** What a reader follows who has an app with migrations, passwords, links and `proxy.ts`. */
const journey: PageSections[] = [
  { page: "/existing-app", sections: ["Install", "Add to the schema"] },
  { page: "/database", sections: ["Apply it"] },
  { page: "/existing-app", sections: ["Add the provider"] },
  { page: "/custom-sign-in-page" },
  {
    page: "/existing-app",
    sections: [
      "Who may create an account",
      "Links by e-mail",
      "Credentials",
      "JWT sessions",
      "Split configuration",
      "Prisma 5 and 6",
    ],
  },
]

let postgresql: Awaited<ReturnType<typeof startPostgresql>>
let reader: Reader
let url: string

test.beforeAll(async () => {
  test.setTimeout(600_000)
  postgresql = await startPostgresql()
  url = await postgresql.createDatabase("app")
  reader = await Reader.withApp(passwordsAndLinks(url))
  await execute(url, rows)
  await reader.remember()
})
test.afterAll(async () => {
  await reader?.leave()
  await postgresql?.stop()
})

/** What was in the database before: two people, one with a password, and a note. */
const rows = `
  INSERT INTO "User" ("id", "name", "email", "passwordHash", "role") VALUES
    ('ada', 'Ada', 'ada@passkeys.example', '$2b$08$9RYG9kfMVv5h5U.vKpU7HOXULMoguWUU7BfDvSubjgjxezybp4gvu', 'admin'),
    ('grace', 'Grace', 'grace@passkeys.example', NULL, 'member');
  INSERT INTO "Note" ("id", "text", "userId") VALUES ('note', 'Buy milk', 'ada');
`

test("who has an app on PostgreSQL adds passkeys to it", async ({ page }) => {
  test.setTimeout(600_000)
  const before = await ownRows()
  for (const part of journey) await followSections(page, part, choices, reader)
  for (const command of ["pnpm lint", "pnpm build"])
    await test.step(command, () => reader.runToEnd(command))
  await reader.startBuilt()

  // While it streams, a page has its content twice, once hidden and outside of `main`.
  const main = page.getByRole("main")
  const app = await openExistingApp(page, reader.origin, "/settings")
  await test.step("sign in with a password, and add a passkey", async () => {
    await app.openSignedOut("/settings?tab=1")
    await expect(page.getByRole("button", { name: "Create a passkey" })).toHaveCount(0)
    await app.mistypePassword("ada@passkeys.example")
    await app.signInWithPassword("ada@passkeys.example", "correct horse")
    await page.waitForURL(`${reader.origin}/settings?tab=1`)
    await app.addFirstPasskey()
    await app.signOut()
    await page.waitForURL(`${reader.origin}/sign-in`)
  })
  await test.step("sign in with the passkey, and add another", async () => {
    await app.openSignedOut("/")
    await app.cancel()
    await app.signInWithPasskey()
    await page.waitForURL(`${reader.origin}/`)
    // The user's own column came into the token, as it does with a password.
    await expect(main.getByText("ada@passkeys.example is admin.")).toBeVisible()
    await expect(main.getByText("Buy milk")).toBeVisible()
    await page.goto(`${reader.origin}/settings`)
    await app.addAnotherPasskey()
    await app.signOut()
  })
  await test.step("sign in by a link", async () => {
    await app.openSignedOut("/")
    await app.signInByLink("grace@passkeys.example", () => reader.log)
    await expect(main.getByText("grace@passkeys.example is member.")).toBeVisible()
  })

  expect(await ownRows()).toEqual(before)
  const passkeys = await rowsOf(url, `SELECT "userId" FROM "Authenticator"`)
  expect(passkeys).toEqual([["ada"], ["ada"]])
  // Auth.js logs the wrong password.
  expectNoError(reader.log.replace("[auth][error] CredentialsSignin", ""))
})

/** What the passkeys must leave as it is. */
const ownRows = async () => [
  await rowsOf(url, `SELECT "id", "name", "email", "passwordHash", "role" FROM "User" ORDER BY 1`),
  await rowsOf(url, `SELECT * FROM "Note"`),
]

const migration: PageSections[] = journey.slice(0, 2)

/** Each takes one thing out of a page, and says what the reader meets then. */
const gaps: {
  name: string
  parts: PageSections[]
  selector: string
  text: string
  meets: RegExp
}[] = [
  {
    name: "a part of a file",
    parts: migration,
    selector: "[data-append]",
    text: "model Authenticator",
    meets: /"Authenticator" is neither a built-in type/,
  },
  {
    name: "a command",
    parts: migration,
    selector: "[data-command]",
    text: "prisma migrate dev",
    meets: /The page says that this is printed: Your database is now in sync/,
  },
  {
    name: "an edit",
    parts: [
      { page: "/existing-app", sections: ["Add the provider"] },
      { page: "/custom-sign-in-page", sections: ["One file that works"] },
    ],
    selector: "[data-edit='auth.ts']",
    text: "enableWebAuthn: true },\n   providers",
    meets: /Found 0 times, instead of once/,
  },
  {
    name: "a section",
    parts: [{ page: "/existing-app", sections: ["Split configuration"] }],
    selector: "h2",
    text: "Split configuration",
    meets: /headings that the page lacks/,
  },
]

for (const { name, parts, selector, text, meets } of gaps)
  test(`who follows the pages without ${name} does not arrive`, async ({ page }) => {
    test.setTimeout(240_000)
    await reader.goBack()
    let taken = 0
    const followed = (async () => {
      for (const part of parts)
        await followSections(page, part, choices, reader, async () => {
          const found = page.getByRole("main").locator(selector).filter({ hasText: text })
          for (const element of await found.filter({ visible: true }).all()) {
            await element.evaluate((node) => node.remove())
            taken += 1
          }
        })
    })()
    await expect(followed).rejects.toThrow(meets)
    expect(taken).toBe(1)
  })

test("a page that would replace a file that the reader wrote is refused", async ({ page }) => {
  await reader.goBack()
  const part = { page: "/custom-sign-in-page", sections: ["Add a passkey"] }
  const followed = followSections(page, part, choices, reader, async () => {
    const home = page.locator("[data-file='app/page.tsx']")
    await home.evaluate((element) => element.removeAttribute("data-file-if-taken"))
  })
  await expect(followed).rejects.toThrow("The page replaces app/page.tsx, which the reader wrote.")
})
