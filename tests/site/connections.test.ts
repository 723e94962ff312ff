import { setTimeout as wait } from "node:timers/promises"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { succeeded, Visitor } from "../support/visitor"
import { connectTo, type RawConnection } from "./raw-request"

/** How many file descriptors the site has here. A quarter is less than one client wants below. */
const descriptors = 512
const attackers = 700

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let site: Awaited<ReturnType<typeof startSite>>
let held: RawConnection[] = []

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  site = await startSite({ DATABASE_URL: folder.sqlite("connections") }, { descriptors })
})

afterEach(() => {
  for (const { socket } of held) socket.destroy()
  held = []
})

afterAll(async () => {
  await site?.stop()
  await folder.remove()
})

const lines = (...all: string[]) => [...all, "", ""].join("\r\n")
const upgrade = lines(
  "GET /_next/webpack-hmr HTTP/1.1",
  "Host: localhost",
  "Connection: Upgrade",
  "Upgrade: websocket",
  "Sec-WebSocket-Version: 13",
)
const post = ["POST /api/auth/callback/passkey HTTP/1.1", "Host: localhost", "Content-Length: 900"]

test.each([
  ["send nothing", ""],
  ["send a part of the headers", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "],
  ["send a part of a body", `${lines(...post)}action=`],
  ["stay after the answer", lines("GET /favicon.svg HTTP/1.1", "Host: localhost")],
  ["ask for an upgrade", upgrade],
])(`${attackers} connections that %s shut nobody out`, async (_, bytes) => {
  for (let i = 0; i < attackers; i++) {
    const connection = await connectTo(site.origin)
    connection.socket.write(bytes)
    held.push(connection)
  }
  await wait(500)
  // The site's two addresses are two clients. The first is the attackers' too.
  for (const host of ["127.0.0.1", "[::1]"]) {
    const signal = AbortSignal.timeout(5_000)
    const response = await fetch(site.origin.replace("localhost", host), { signal })
    expect(response.status).toBe(200)
    await response.arrayBuffer()
  }
  const visitor = new Visitor(site.origin)
  const answer = await visitor.register(site.origin, `among-${bytes.length}`)
  expect(succeeded(answer)).toBe(true)
  const open = held.filter(({ isClosed }) => !isClosed()).length
  expect(open).toBeLessThan(descriptors / 8)
})

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
  held.push(...Object.values(slow))
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
  }
})
