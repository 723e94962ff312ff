import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { root } from "../../scripts/root"
import { execute } from "../databases/execute"
import { rowsOf } from "../support/database-rows"
import { hasMariadb, startMariadb } from "../support/mariadb-server"
import { expectNoError } from "../support/server-log"
import { pushedDatabase } from "./apps"
import { followSections, type PageSections } from "./follow-sections"
import { Reader } from "./reader"
import { openExistingApp } from "./use-existing-app"

// A browser with a window lets a reader's click copy. One without asks nobody, and refuses.
test.use({ permissions: ["clipboard-write"] })

const choices = "database=mysql&packageManager=npm"

/** What a reader follows whose tables have no migration history, and who sends links by e-mail. */
const journey: PageSections[] = [
  { page: "/existing-app", sections: ["Install", "Add to the schema", "No migration history"] },
  { page: "/database", sections: ["Apply the SQL yourself", "Generate the client"] },
  { page: "/existing-app", sections: ["Add the provider"] },
  { page: "/custom-sign-in-page" },
  { page: "/existing-app", sections: ["Who may create an account", "Links by e-mail"] },
]

test("who has tables from db push on MariaDB adds passkeys to them", async ({ page }) => {
  test.skip(!hasMariadb(), "MariaDB is not installed.")
  test.setTimeout(600_000)
  const mariadb = await startMariadb()
  const url = await mariadb.createDatabase("app")
  await execute(url, await readFile(join(root, "tests/reader/apps/pushed-database.sql"), "utf8"))
  const ownRows = () => rowsOf(url, `SELECT "id", "name", "email", "plan" FROM "User"`)
  const before = await ownRows()
  const reader = await Reader.withApp(pushedDatabase(url))
  try {
    await reader.setOptionFile(`[client]\nhost=127.0.0.1\nport=${mariadb.port}\nuser=root\n`)
    for (const part of journey) await followSections(page, part, choices, reader)
    for (const command of ["npm run lint", "npm run build"])
      await test.step(command, () => reader.runToEnd(command))
    await reader.startBuilt()

    const app = await openExistingApp(page, reader.origin, "/")
    await page.goto(`${reader.origin}/sign-in?callbackUrl=/`)
    await app.signInByLink("ada@passkeys.example", () => reader.log)
    await app.addFirstPasskey()
    await app.signOut()
    await page.goto(`${reader.origin}/sign-in`)
    await app.cancel()
    await app.signInWithPasskey()
    await expect(page.getByRole("main").getByText("You are ada@passkeys.example.")).toBeVisible()
    await app.addAnotherPasskey()
    expectNoError(reader.log)

    expect(await ownRows()).toEqual(before)
    expect(await rowsOf(url, `SELECT "userId" FROM "Authenticator"`)).toEqual([["ada"], ["ada"]])
    const github = `SELECT "userId" FROM "Account" WHERE "provider" = 'github'`
    expect(await rowsOf(url, github)).toEqual([["ada"]])
    // With another collation, a credential id that differs in case only would stand for another.
    expect(await collationsOf(url)).toEqual([
      ["Account", "providerAccountId", "ascii_bin"],
      ["Authenticator", "credentialID", "ascii_bin"],
      ["Authenticator", "providerAccountId", "ascii_bin"],
    ])
  } finally {
    await reader.leave()
    await mariadb.stop()
  }
})

const collationsOf = (url: string) =>
  rowsOf(
    url,
    `SELECT TABLE_NAME, COLUMN_NAME, COLLATION_NAME FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = 'app' AND COLUMN_NAME IN ('credentialID', 'providerAccountId')
     ORDER BY 1, 2`,
  )
