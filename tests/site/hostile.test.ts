import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { countRows } from "../support/database-rows"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { succeeded, Visitor } from "../support/visitor"
import { hostileRequests, marker } from "./hostile-requests"

const count = 10_000
let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let site: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  // Without limits, so that every request comes as far as it can.
  site = await startSite({ DATABASE_URL: folder.sqlite("hostile"), DEMO_LIMITS: "off" })
})

afterAll(async () => {
  await site?.stop()
  await folder.remove()
})

/** How long 100 honest requests take, in milliseconds: the middle of five runs. */
async function pace() {
  const path = "/api/auth/webauthn-options/passkey?action=authenticate"
  const runs: number[] = []
  for (let run = 0; run < 5; run++) {
    const start = performance.now()
    for (let i = 0; i < 100; i++) await (await fetch(site.origin + path)).arrayBuffer()
    runs.push(performance.now() - start)
  }
  return runs.sort((one, other) => one - other)[2] ?? 0
}

test(`${count} hostile requests: no 5xx, no stack, nothing stored, as quick as before`, async () => {
  await pace()
  const before = await pace()
  const requests = hostileRequests(20_261_122, count)
  const wrong: string[] = []
  const statuses: Record<number, number> = {}
  const work = Array.from({ length: 12 }, async () => {
    for (let request = requests.pop(); request; request = requests.pop()) {
      const { path, init } = request
      const response = await fetch(site.origin + path, { ...init, redirect: "manual" })
      const text = await response.text()
      statuses[response.status] = (statuses[response.status] ?? 0) + 1
      const says = `${init.method} ${path.slice(0, 200)} → ${response.status} ${text.slice(0, 200)}`
      if (response.status >= 500) wrong.push(says)
      if (/\n\s+at .+:\d+:\d+|node_modules|PrismaClient|SQLITE_/.test(text)) wrong.push(says)
      if (!response.headers.has("content-security-policy")) wrong.push(`no policy: ${says}`)
    }
  })
  await Promise.all(work)
  expect(wrong.slice(0, 20)).toEqual([])
  expect(statuses).toMatchObject({ 200: expect.any(Number), 400: expect.any(Number) })
  expect(await countRows(folder.sqlite("hostile"))).toEqual({
    User: 0,
    Account: 0,
    Session: 0,
    Authenticator: 0,
  })
  expect(site.output()).not.toContain(marker)

  await wait(500)
  const after = await pace()
  console.log(`100 honest requests: ${before.toFixed()} ms before, ${after.toFixed()} ms after.`)
  console.log(JSON.stringify(statuses))
  // Two cores, shared: twice is noise, a leak or a jam is more.
  expect(after).toBeLessThan(before * 2 + 50)
  expect(succeeded(await new Visitor(site.origin).register(site.origin, "still-works"))).toBe(true)
})

test("a body of more than 64 KiB is refused, whether it says its length or not", async () => {
  const url = `${site.origin}/api/auth/callback/passkey`
  const large = "x".repeat(65_537)
  const headers = { "Content-Type": "application/x-www-form-urlencoded" }
  expect((await fetch(url, { method: "POST", headers, body: large })).status).toBe(413)
  const body = new Blob([large]).stream()
  const init = { method: "POST", headers, body, duplex: "half" } as RequestInit
  const status = await fetch(url, init).then(
    (response) => response.status,
    // The site closes the connection, perhaps before the answer is read.
    () => 413,
  )
  expect(status).toBe(413)
})
