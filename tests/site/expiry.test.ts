import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { countRows, rowsOf } from "../support/database-rows"
import { hasMariadb } from "../support/mariadb-server"
import { createMariadbDatabase, createPostgresqlDatabase } from "../support/shared-databases"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { Visitor } from "../support/visitor"

const seconds = (count: number) => String(count / 3_600)
const none = { User: 0, Account: 0, Session: 0, Authenticator: 0 }
let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
})

afterAll(async () => {
  await folder.remove()
})

async function until(is: () => Promise<boolean>) {
  const deadline = Date.now() + 15_000
  while (!(await is()) && Date.now() < deadline) await wait(100)
}

if (!hasMariadb()) console.log("MariaDB is not installed: this is not tested on it.")

const mariadbIfInstalled: [string, (name: string) => Promise<string>][] = hasMariadb()
  ? [["MariaDB", createMariadbDatabase]]
  : []

describe.each([
  ["SQLite", async (name: string) => folder.sqlite(name)],
  ["PostgreSQL", createPostgresqlDatabase],
  ...mariadbIfInstalled,
])("on %s", (_, create) => {
  test("accounts are erased when their time is over, by a site that runs or that comes back", async () => {
    const url = await create("expiry")
    const first = await startSite({ DATABASE_URL: url })
    await new Visitor(first.origin).register(first.origin, "stays-a-day")
    await first.stop()
    expect(await countRows(url)).toEqual({ User: 1, Account: 1, Session: 1, Authenticator: 1 })

    // The site was down; meanwhile the account has grown old.
    await wait(1_000)
    const sites = await Promise.all(
      [1, 2].map(() => startSite({ DATABASE_URL: url, DEMO_LIFETIME_HOURS: seconds(1) })),
    )
    await until(async () => (await countRows(url)).User === 0)
    expect(await countRows(url)).toEqual(none)

    // Both run. Whichever gets there first.
    for (const site of sites) await new Visitor(site.origin).register(site.origin, "stays-a-second")
    await until(async () => (await countRows(url)).User === 0)
    expect(await countRows(url)).toEqual(none)
    // The request log also has what visitors do wrong: here, one name twice.
    for (const site of sites) expect(site.output()).not.toMatch(/^(?!\{.*"status":4\d\d).*error/im)
    await Promise.all(sites.map((site) => site.stop()))
  })

  test("so are ended sessions, and counts that are over; what is young stays", async () => {
    const url = await create("sessions")
    const first = await startSite({ DATABASE_URL: url })
    await new Visitor(first.origin).register(first.origin, "stays-a-day")
    await first.stop()
    const past = url.startsWith("file:") ? "'2026-01-01T00:00:00.000+00:00'" : "'2026-01-01'"
    await rowsOf(url, `UPDATE "Session" SET "expires" = ${past}`)
    await rowsOf(url, `UPDATE "DemoLimit" SET "expire" = 1`)
    const second = await startSite({ DATABASE_URL: url })
    const over = () => rowsOf(url, 'SELECT "key" FROM "DemoLimit" WHERE "expire" = 1')
    await until(async () => (await over()).length === 0)
    expect(await over()).toEqual([])
    expect(await countRows(url)).toEqual({ User: 1, Account: 1, Session: 0, Authenticator: 1 })
    await second.stop()
  })
})
