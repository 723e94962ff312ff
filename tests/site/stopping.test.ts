import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { countRows } from "../database-rows"
import { startSite } from "../site"
import { makeTemporaryFolder } from "../temporary-folder"
import { succeeded, Visitor } from "../visitor"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
})

afterAll(() => folder.remove())

test("a ceremony that has begun ends; none begins; then the site ends", async () => {
  const url = folder.sqlite("stopping")
  const site = await startSite({ DATABASE_URL: url })
  const slow = new Visitor(site.origin)
  const query = "action=register&email=slow-reader@passkeys.example"
  const path = `/api/auth/webauthn-options/passkey?${query}`
  const options = await slow.ask(site.origin, path)
  expect(options.status).toBe(200)

  const start = performance.now()
  const stopped = site.stop()
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

test("one that nobody ends is waited for, but not for ever", async () => {
  const site = await startSite({ DATABASE_URL: folder.sqlite("patience") })
  const path = "/api/auth/webauthn-options/passkey?action=authenticate"
  await new Visitor(site.origin).ask(site.origin, path)
  const start = performance.now()
  expect(await site.stop()).toBe(0)
  const took = performance.now() - start
  expect(took).toBeGreaterThan(5_000)
  expect(took).toBeLessThan(10_000)
})

test("a site whose npm start was killed does not keep the port", async () => {
  const site = await startSite({ DATABASE_URL: folder.sqlite("killed") })
  await site.kill()
  await expect(fetch(site.origin)).rejects.toThrow()
})
