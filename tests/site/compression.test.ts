import { readdir, readFile } from "node:fs/promises"
import { get } from "node:http"
import { join } from "node:path"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { afterAll, beforeAll, expect, test } from "vitest"
import { root } from "../../scripts/root"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let site: Awaited<ReturnType<typeof startSite>>
const assets = join(root, ".next/static")

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  site = await startSite({ DATABASE_URL: folder.sqlite("compression") })
})

afterAll(async () => {
  await site?.stop()
  await folder.remove()
})

/** The answer as it is sent: `fetch` would decompress it. */
function ask(path: string, acceptEncoding: string, method = "GET", etag?: string) {
  return new Promise<{
    status: number | undefined
    headers: Record<string, unknown>
    body: Buffer
  }>((resolve, reject) => {
    const headers = {
      "Accept-Encoding": acceptEncoding,
      ...(etag && { "If-None-Match": etag }),
    }
    get(site.origin + path, { headers, method }, (response) => {
      const parts: Buffer[] = []
      response.on("data", (part: Buffer) => parts.push(part))
      response.on("error", reject)
      response.on("end", () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      )
    }).on("error", reject)
  })
}

async function someAsset(ending: string): Promise<string> {
  const files = await readdir(assets, { recursive: true })
  const file = files.find((file) => file.endsWith(ending))
  if (!file) throw new Error(`The build has no file that ends in ${ending}.`)
  return file
}

test.each([".js", ".css"])(
  "a file that ends in %s is sent as the build compressed it",
  async (ending) => {
    const file = await someAsset(ending)
    const content = await readFile(join(assets, file))
    const address = `/_next/static/${file}`
    const { status, headers, body } = await ask(address, "gzip, deflate, br, zstd")
    expect(status).toBe(200)
    expect(headers["content-encoding"]).toBe("br")
    expect(headers["vary"]).toMatch(/accept-encoding/i)
    expect(headers["cache-control"]).toMatch(/public, ?max-age=31536000, ?immutable/)
    expect(body).toEqual(await readFile(join(assets, `${file}.br`)))
    expect(brotliDecompressSync(body)).toEqual(content)

    const head = await ask(address, "br", "HEAD")
    expect([head.headers["content-encoding"], head.body.byteLength]).toEqual(["br", 0])
    const gzip = await ask(address, "gzip")
    expect(gzip.headers["content-encoding"]).toBe("gzip")
    expect(gunzipSync(gzip.body)).toEqual(content)
    const plain = await ask(address, "identity")
    expect(plain.headers["content-encoding"]).toBeUndefined()
    expect(plain.body).toEqual(content)
  },
)

test("a font, which is compressed already, is sent as it is", async () => {
  const file = await someAsset(".woff2")
  const { headers, body } = await ask(`/_next/static/${file}`, "gzip, br")
  expect(headers["content-encoding"]).toBeUndefined()
  expect(headers["content-type"]).toBe("font/woff2")
  expect(body).toEqual(await readFile(join(assets, file)))
})

test("a page is compressed with what the client accepts", async () => {
  const plain = await ask("/configure", "identity")
  expect(plain.headers["content-encoding"]).toBeUndefined()
  const brotli = await ask("/configure", "gzip, br")
  expect(brotli.headers["content-encoding"]).toBe("br")
  expect(brotliDecompressSync(brotli.body)).toEqual(plain.body)
  const gzip = await ask("/configure", "gzip")
  expect(gunzipSync(gzip.body)).toEqual(plain.body)
  // The figure that readers download.
  expect(brotli.body.byteLength).toBeLessThan(gzip.body.byteLength)
})

test("a browser that has the page needn't load it again", async () => {
  const { headers } = await ask("/configure", "br")
  const again = await ask("/configure", "br", "GET", String(headers["etag"]))
  expect([again.status, again.body.byteLength]).toEqual([304, 0])
})

test.each([
  "/_next/static/no-such-file.js",
  "/_next/static",
  "/_next/static/..%2f..%2fpackage.json",
  "/_next/static/%2e%2e/BUILD_ID",
  "/_next/static/chunks",
])("nothing is at %s", async (address) => {
  const { status, body } = await ask(address, "br")
  expect([400, 404]).toContain(status)
  expect(body.toString("latin1")).not.toContain("passkeys-with-authjs")
})
