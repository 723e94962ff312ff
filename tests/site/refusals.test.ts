import { afterAll, beforeAll, expect, test } from "vitest"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { sendRaw } from "./raw-request"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let site: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  site = await startSite({ DATABASE_URL: folder.sqlite("refusals"), DEMO_LIMITS: "off" })
})

afterAll(async () => {
  await site?.stop()
  await folder.remove()
})

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1])
const request = (line: string, ...headers: string[]) =>
  [`${line} HTTP/1.1`, "Host: localhost", "Connection: close", ...headers, "", ""].join("\r\n")

test.each([
  ["asterisk-form", "GET *"],
  ["asterisk-form of OPTIONS", "OPTIONS *"],
  ["absolute-form of another host", "GET http://evil.example/install/"],
  ["absolute-form of no host", "GET file:///etc/passwd"],
  ["authority-form without CONNECT", "GET evil.example:443"],
  ["malformed escape", "GET /%ff"],
])("a target in %s is refused", async (_, line) => {
  const answer = await sendRaw(site.origin, request(line))
  expect(statusOf(answer)).toBe(400)
  expect(answer).not.toContain("evil.example")
})

test("a target in absolute-form that names the site is served", async () => {
  const line = `GET ${site.origin.replace("http:", "HTTP:")}/api/health?`
  expect(statusOf(await sendRaw(site.origin, request(line)))).toBe(200)
})

test.each(["//evil.example/install", "/\\evil.example/install", "/install/", "//evil.example//"])(
  "%s leads to no other host",
  async (path) => {
    const answer = await sendRaw(
      site.origin,
      request(`GET ${path}`, "X-Forwarded-Host: evil.example"),
    )
    const location = /^location: (.*)$/im.exec(answer)?.[1]?.trim() ?? "/"
    expect(new URL(location, site.origin).origin).toBe(site.origin)
  },
)

test("CONNECT closes the connection", async () => {
  const answer = await sendRaw(
    site.origin,
    "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n",
  )
  expect(answer).not.toMatch(/^HTTP\/1\.1 2/)
})

test.each(["/_next/webpack-hmr", "/", "/api/auth/session"])(
  "an upgrade on %s is answered as if it were none",
  async (path) => {
    const upgrade = [
      "Upgrade: websocket",
      "Connection: Upgrade, close",
      "Sec-WebSocket-Version: 13",
    ]
    const bytes = [`GET ${path} HTTP/1.1`, "Host: localhost", ...upgrade, "", ""].join("\r\n")
    const answer = await sendRaw(site.origin, bytes)
    expect(statusOf(answer)).toBe(path === "/_next/webpack-hmr" ? 404 : 200)
  },
)

const post = "POST /api/auth/callback/passkey"
test.each([
  ["two lengths", request(post, "Content-Length: 5", "Content-Length: 6") + "action"],
  ["a length that is a list", request(post, "Content-Length: 5, 5") + "actio"],
  ["a length that is none", request(post, "Content-Length: +5") + "actio"],
  [
    "a length and chunks",
    request(post, "Content-Length: 5", "Transfer-Encoding: chunked") + "0\r\n\r\n",
  ],
  ["an unknown transfer coding", request(post, "Transfer-Encoding: xchunked") + "0\r\n\r\n"],
  [
    "chunks that are not the last coding",
    request(post, "Transfer-Encoding: chunked, identity") + "0\r\n\r\n",
  ],
  [
    "a chunk's length that is none",
    request(post, "Transfer-Encoding: chunked") + "0x5\r\nactio\r\n0\r\n\r\n",
  ],
  ["a header that goes on", request("GET /", "X-Folded: a\r\n b")],
  ["a space before the colon", request("GET /", "Content-Length : 5")],
  ["lines that end in LF", request("GET /").replaceAll("\r\n", "\n")],
  ["two hosts", request("GET /api/health", "Host: evil.example")],
  ["no host", "GET /api/health HTTP/1.1\r\nConnection: close\r\n\r\n"],
])("a request with %s is refused, and what follows it is not read", async (_, bytes) => {
  // The connection would stay open: that it is closed is the site's doing.
  const open = bytes.replace(/Connection: close\r?\n/, "")
  const next = "GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n"
  const answer = await sendRaw(site.origin, open + next)
  expect(statusOf(answer)).toBe(400)
  expect(answer.match(/HTTP\/1\.1 \d/g)).toHaveLength(1)
})

test("headers of more than 16 KiB are refused", async () => {
  expect(statusOf(await sendRaw(site.origin, request("GET /", `X: ${"x".repeat(17_000)}`)))).toBe(
    431,
  )
})

test("the site makes no pictures smaller, and a visitor cannot begin a line of the log", async () => {
  const forged = "%0A[auth]%20forged%20line%0D%E2%80%A8forged%1B[2J"
  for (const path of [
    "/_next/image",
    "/_next/%69mage",
    "/_next/image/",
    "//_next/image",
    "/install",
  ]) {
    for (const query of [`?url=%2Fnope${forged}&w=640&q=75`, `?${"x".repeat(2_000)}${forged}`]) {
      const { status } = await fetch(site.origin + path + query)
      expect([path, status]).toEqual([path, path === "/install" ? 200 : 404])
    }
  }
  for (const path of [`/x${forged}`, `/_next/data/x${forged}.json`, `/_next/static/${forged}`])
    expect((await fetch(site.origin + path)).status).toBe(404)
  expect(site.output()).not.toMatch(/forged|nope/)
})
