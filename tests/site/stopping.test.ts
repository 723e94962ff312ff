import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { countRows } from "../support/database-rows"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { succeeded, Visitor } from "../support/visitor"
import { connectTo } from "./raw-request"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
})

afterAll(() => folder.remove())

// At once: each has a site of its own, and waits most of the time.
test.concurrent("a ceremony that has begun ends; none begins; then the site ends", async () => {
  const url = folder.sqlite("stopping")
  const site = await startSite({ DATABASE_URL: url })
  const slow = new Visitor(site.origin)
  const query = "action=register&email=slow-reader@passkeys.example"
  const path = `/api/auth/webauthn-options/passkey?${query}`
  const options = await slow.ask(site.origin, path)
  expect(options.status).toBe(200)

  const start = performance.now()
  const stopped = site.terminate()
  await wait(1_000)
  const refused = await new Visitor(site.origin).ask(site.origin, path)
  expect(refused.status).toBe(503)
  expect(refused.headers.get("retry-after")).toBe("5")
  expect(refused.body.error).toContain("Try again in a moment")
  expect((await fetch(`${site.origin}/api/health`)).status).toBe(503)
  expect((await fetch(site.origin)).status).toBe(200)

  expect(succeeded(await slow.finishRegistration(site.origin, options))).toBe(true)
  expect(await stopped).toBe(0)
  expect(performance.now() - start).toBeLessThan(10_000)
  expect(await countRows(url)).toMatchObject({ User: 1, Authenticator: 1, Session: 1 })
})

test.concurrent(
  "what was sent on one connection before is answered, and what comes after is not",
  async () => {
    const site = await startSite({ DATABASE_URL: folder.sqlite("pipelined") })
    await new Visitor(site.origin).ask(
      site.origin,
      "/api/auth/webauthn-options/passkey?action=authenticate",
    )
    const connection = await connectTo(site.origin)
    const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`
    connection.socket.write(get("/api/auth/session").repeat(3))
    await wait(1_000)
    const stopped = site.terminate()
    await wait(1_000)
    connection.socket.write(get("/api/auth/csrf").repeat(3))
    await connection.closed
    const statuses = connection.received().match(/^HTTP\/1\.1 \d+/gm)
    // The first that comes after the signal says that it is the last.
    expect(statuses).toEqual(Array(4).fill("HTTP/1.1 200"))
    expect(connection.received()).toMatch(/^Connection: close/im)
    expect(await stopped).toBe(0)
  },
)

test.concurrent("a client that keeps sending does not keep the site from ending", async () => {
  const site = await startSite({ DATABASE_URL: folder.sqlite("trickle") })
  const connection = await connectTo(site.origin)
  connection.socket.write(
    "POST /api/auth/callback/passkey HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000\r\n\r\n",
  )
  const drip = setInterval(() => connection.socket.write("a"), 100)
  const start = performance.now()
  expect(await site.terminate()).toBe(0)
  expect(performance.now() - start).toBeLessThan(10_000)
  clearInterval(drip)
})

test.concurrent("one that nobody ends is waited for, but not for ever", async () => {
  const site = await startSite({ DATABASE_URL: folder.sqlite("patience") })
  const path = "/api/auth/webauthn-options/passkey?action=authenticate"
  await new Visitor(site.origin).ask(site.origin, path)
  const start = performance.now()
  expect(await site.terminate()).toBe(0)
  const took = performance.now() - start
  expect(took).toBeGreaterThan(5_000)
  expect(took).toBeLessThan(10_000)
})

test.concurrent("a site whose npm start was killed does not keep the port", async () => {
  const site = await startSite({ DATABASE_URL: folder.sqlite("killed") })
  await site.kill()
  await expect(fetch(site.origin)).rejects.toThrow()
})
