import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { request } from "node:http"
import { afterAll, beforeAll, expect, test } from "vitest"
import { guidePages } from "../guide/guide-pages"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"

const publicOrigin = "https://passkeys.example.com"
let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let site: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  site = await startSite({
    AUTH_URL: publicOrigin,
    AUTH_SECRET: "only for this test, only for this test",
    DATABASE_URL: folder.sqlite("pages"),
  })
})

afterAll(async () => {
  await site?.stop()
  await folder.remove()
})

/** Asks without decoding what comes, which fetch would do. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  return new Promise<{ status?: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
    (resolve, reject) => {
      request(site.origin + path, { headers, method }, async (response) => {
        const chunks: Buffer[] = []
        for await (const chunk of response) chunks.push(chunk as Buffer)
        const { statusCode: status, headers } = response
        resolve({ status, headers, body: Buffer.concat(chunks) })
      })
        .on("error", reject)
        .end()
    },
  )
}

test.each(guidePages.map(({ address }) => address))(
  "%s names itself and its card by the public origin",
  async (address) => {
    const html = (await ask(address)).body.toString()
    expect(html).not.toContain("origin.invalid")
    expect(html).not.toContain("localhost:" + new URL(site.origin).port)
    const tag = (pattern: RegExp) => pattern.exec(html)?.[1]
    const url = publicOrigin + address
    expect(tag(/<link rel="canonical" href="([^"]*)"/)).toBe(url)
    expect(tag(/<meta property="og:url" content="([^"]*)"/)).toBe(url)
    const card = tag(/<meta property="og:image" content="([^"]*)"/)
    expect(card).toBe(`${publicOrigin}/api/og?page=${encodeURIComponent(address)}`)
    const data = JSON.parse(tag(/<script type="application\/ld\+json"[^>]*>([^<]*)</) ?? "")
    expect(JSON.stringify(data)).toContain(url)
  },
)

test("sitemap, robots.txt and feed name the public origin too", async () => {
  for (const path of ["/sitemap.xml", "/robots.txt", "/feed.xml"]) {
    const { status, body } = await ask(path)
    expect(status).toBe(200)
    expect(body.toString()).toContain(`${publicOrigin}/`)
    expect(body.toString()).not.toMatch(/localhost|origin\.invalid/)
  }
})

test.each([
  ["br", "gzip, deflate, br, zstd", brotliDecompressSync],
  ["gzip", "gzip", gunzipSync],
  ["gzip", "br;q=0, gzip;q=0.5", gunzipSync],
  [undefined, "identity", (body: Buffer) => body],
  [undefined, "zstd", (body: Buffer) => body],
])("a page comes in %s to whoever accepts %s", async (encoding, accepted, decode) => {
  const plain = await ask("/glossary")
  const { headers, body } = await ask("/glossary", { "Accept-Encoding": accepted })
  expect(headers["content-encoding"]).toBe(encoding)
  expect(headers["content-length"]).toBe(String(body.byteLength))
  expect(headers["vary"]).toContain("Accept-Encoding")
  expect(headers["content-type"]).toBe("text/html; charset=utf-8")
  expect(decode(body).equals(plain.body)).toBe(true)
})

test("who has the page already is told so, in each encoding by itself", async () => {
  const tags = new Set<string>()
  for (const encoding of ["br", "gzip", "identity"]) {
    const { headers } = await ask("/install", { "Accept-Encoding": encoding })
    const etag = String(headers.etag)
    tags.add(etag)
    const again = { "Accept-Encoding": encoding, "If-None-Match": `"other", ${etag}` }
    const { status, body } = await ask("/install", again)
    expect([status, body.byteLength]).toEqual([304, 0])
    expect((await ask("/install", { ...again, "If-None-Match": '"other"' })).status).toBe(200)
  }
  expect(tags.size).toBe(3)
})

test("HEAD has the headers and no body", async () => {
  const whole = await ask("/install")
  const { status, headers, body } = await ask("/install", {}, "HEAD")
  expect([status, body.byteLength]).toEqual([200, 0])
  expect(headers["content-length"]).toBe(String(whole.body.byteLength))
})

test("what is no page is still answered: another method, a slash, an old address, a query", async () => {
  expect((await ask("/install", {}, "POST")).status).toBe(405)
  expect((await ask("/install/")).headers.location).toBe("/install")
  expect((await ask("/migrate")).headers.location).toBe("/database")
  expect((await ask("/install?database=mysql")).status).toBe(200)
  expect((await ask("/%69nstall")).status).toBe(200)
  expect((await ask("/no-such-page")).status).toBe(404)
  for (const path of ["/404", "/no-such-page"])
    expect((await ask(path)).body.toString()).not.toMatch(/origin\.invalid|rel="canonical"/)
})
