import { expect, test, type Page } from "@playwright/test"
import { startPostgresql } from "../support/postgresql-server"
import { expectNoError } from "../support/server-log"
import { titleOf } from "./follow-sections"
import { readInstructions } from "./instructions"
import { followFromInstalled, followToSignIn, remove } from "./new-app"
import { Reader } from "./reader"
import { openApp } from "./use-app"

test.use({ permissions: ["clipboard-write"] })
test.describe.configure({ mode: "serial" })

const openPage = (page: Page) => page.goto("/drizzle?database=postgresql&packageManager=npm")

let postgresql: Awaited<ReturnType<typeof startPostgresql>>
let reader: Reader

test.beforeAll(async () => {
  postgresql = await startPostgresql()
  reader = await Reader.sitDown({
    "postgresql://user:password@localhost:5432/app": await postgresql.createDatabase("app"),
  })
})
test.afterAll(async () => {
  await reader?.leave()
  await postgresql?.stop()
})

test("who follows the page for Drizzle signs in with a passkey from PostgreSQL", async ({
  page,
}) => {
  test.setTimeout(600_000)
  await openPage(page)
  await followToSignIn(page, reader, await readInstructions(page))
})

test("who follows it for SQLite, with pnpm, signs in too", async ({ page }) => {
  test.setTimeout(600_000)
  const other = await Reader.sitDown()
  try {
    await other.use("pnpm")
    await page.goto("/drizzle?database=sqlite&packageManager=pnpm")
    for (const instruction of await readInstructions(page))
      await test.step(titleOf(instruction), () => other.follow(instruction))
    const app = await openApp(page, other.origin)
    await app.signIn()
    await app.signOut()
    await app.signIn()
    expectNoError(other.log)
  } finally {
    await other.leave()
  }
})

/** Each takes one file out of the page, and says what the reader meets then. */
const gaps = [
  { path: "schema.ts", hasText: "authenticators", meets: /No schema files found/ },
  { path: ".env", hasText: "DATABASE_URL", meets: /drizzle-kit migrate ended with 1/ },
]

for (const { path, hasText, meets } of gaps)
  test(`who follows it without ${path} does not arrive`, async ({ page }) => {
    test.setTimeout(240_000)
    await openPage(page)
    await remove(page, `[data-file='${path}']`, hasText)
    await expect(followFromInstalled(reader, await readInstructions(page))).rejects.toThrow(meets)
  })
