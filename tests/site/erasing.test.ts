import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { countRows, rowsOf } from "../support/database-rows"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"

const seconds = (count: number) => String(count / 3_600)
const none = { User: 0, Account: 0, Session: 0, Authenticator: 0 }

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
beforeAll(async () => void (folder = await makeTemporaryFolder()))
afterAll(() => folder.remove())

test("erasing 20,000 accounts keeps nobody waiting", async () => {
  const url = folder.sqlite("many")
  const site = await startSite({ DATABASE_URL: url, DEMO_LIFETIME_HOURS: seconds(5) })
  try {
    // None is old until all are there. Then all are old at once.
    await fillWithAccounts(url, 20_000, new Date(Date.now() + 3_600_000))
    await rowsOf(url, `UPDATE "User" SET "createdAt" = '2026-01-01T00:00:00.000+00:00'`)
    const left = async () => Number((await rowsOf(url, 'SELECT COUNT(*) FROM "User"'))[0]?.[0])
    const waits: number[] = []
    const deadline = Date.now() + 100_000
    // Counting stops this process for a moment, so nothing is measured meanwhile.
    while ((await left()) > 0 && Date.now() < deadline) {
      for (let i = 0; i < 50; i++) {
        for (const path of ["/api/health", "/install"]) {
          const start = performance.now()
          expect((await fetch(site.origin + path)).status).toBe(200)
          waits.push(performance.now() - start)
        }
        await wait(5)
      }
    }
    expect(await countRows(url)).toEqual(none)
    console.log(`The longest of ${waits.length} answers took ${Math.max(...waits).toFixed()} ms.`)
    // All at once, it was one answer of more than two seconds on a machine that does nothing else.
    expect(Math.max(...waits)).toBeLessThan(1_000)
  } finally {
    await site.stop()
  }
})

/** Writes accounts into an SQLite file, each with three passkeys and five sessions. */
async function fillWithAccounts(url: string, count: number, createdAt: Date) {
  const numbers = (last: number) =>
    `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${last})`
  const created = `'${createdAt.toISOString().replace("Z", "+00:00")}'`
  await rowsOf(
    url,
    `${numbers(count)} INSERT INTO "User" ("id", "email", "createdAt", "updatedAt")
     SELECT hex(randomblob(18)), n || '@passkeys.example', ${created}, ${created} FROM numbers`,
  )
  await rowsOf(
    url,
    `${numbers(3)} INSERT INTO "Account"
       ("userId", "type", "provider", "providerAccountId", "updatedAt")
     SELECT "id", 'webauthn', 'passkey', hex(randomblob(22)), ${created} FROM "User", numbers`,
  )
  await rowsOf(
    url,
    `INSERT INTO "Authenticator" ("credentialID", "userId", "providerAccountId",
       "credentialPublicKey", "counter", "credentialDeviceType", "credentialBackedUp")
     SELECT "providerAccountId", "userId", "providerAccountId", hex(randomblob(52)), 0,
       'singleDevice', false FROM "Account"`,
  )
  await rowsOf(
    url,
    `${numbers(5)} INSERT INTO "Session" ("sessionToken", "userId", "expires", "updatedAt")
     SELECT hex(randomblob(18)), "id", '2099-01-01T00:00:00.000+00:00', ${created}
     FROM "User", numbers`,
  )
  expect(await countRows(url)).toMatchObject({ User: count, Authenticator: 3 * count })
}
