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
