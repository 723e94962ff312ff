import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { connectTo, type RawConnection } from "./raw-request"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let site: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  site = await startSite({ DATABASE_URL: folder.sqlite("slow-clients") })
})

afterAll(async () => {
  await site?.stop()
  await folder.remove()
})

const lines = (...all: string[]) => [...all, "", ""].join("\r\n")
const post = ["POST /api/auth/callback/passkey HTTP/1.1", "Host: localhost", "Content-Length: 900"]

/** Waits until the site has closed the connections, and no longer than that. */
async function closedWithin(milliseconds: number, ...connections: RawConnection[]) {
  const closed = connections.map((connection) => connection.closed)
  await Promise.race([Promise.all(closed), wait(milliseconds)])
}

test("who sends a byte now and then is not waited for", { timeout: 90_000 }, async () => {
  const start = performance.now()
  const slow = {
    nothing: await connectTo(site.origin),
    headers: await connectTo(site.origin),
    body: await connectTo(site.origin),
    page: await connectTo(site.origin),
  }
  slow.headers.socket.write("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
  slow.body.socket.write(lines(...post))
  slow.page.socket.write(lines("POST / HTTP/1.1", "Host: localhost", "Content-Length: 900"))
  const drip = setInterval(() => {
    for (const { socket } of Object.values(slow).slice(1)) socket.write("a")
  }, 1_000)
  try {
    await closedWithin(20_000, slow.nothing, slow.headers)
    expect(slow.nothing.isClosed()).toBe(true)
    expect(slow.headers.isClosed()).toBe(true)
    await closedWithin(34_000 - (performance.now() - start), slow.body, slow.page)
    expect(slow.body.isClosed()).toBe(true)
    expect(slow.page.isClosed()).toBe(true)
  } finally {
    clearInterval(drip)
    for (const { socket } of Object.values(slow)) socket.destroy()
  }
})
