import { request } from "node:http"
import { text as readText } from "node:stream/consumers"
import { afterAll, beforeAll, expect, test } from "vitest"
import { valuesOf } from "../../components/choices"
import { allPages } from "../guide/guide-pages"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"

const publicOrigin = "https://passkeys.example.com"
let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let site: Awaited<ReturnType<typeof startSite>>
let open: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  const secret = { AUTH_SECRET: "only for this test, only for this test" }
  site = await startSite({ DATABASE_URL: folder.sqlite("local") })
  open = await startSite({ ...secret, AUTH_URL: publicOrigin, DATABASE_URL: folder.sqlite("open") })
})

afterAll(async () => {
  await Promise.all([site?.stop(), open?.stop()])
  await folder.remove()
})

const ask = (path: string, init?: RequestInit) => fetch(site.origin + path, init)
const read = async (path: string, init?: RequestInit) => (await ask(path, init)).text()

const fileOf = (address: string) => `${address === "/" ? "/index" : address}.md`

test("every page is there as Markdown, and says which page it is", async () => {
  for (const { address } of allPages) {
    const response = await ask(fileOf(address))
    expect(response.status, address).toBe(200)
    expect(response.headers.get("content-type")).toBe("text/markdown; charset=utf-8")
    expect(response.headers.get("link")).toBe(`<${site.origin}${address}>; rel="canonical"`)
    const text = await response.text()
    expect(text).toMatch(/^# .+\n\n> /)
    expect(text).toContain(`> From <${site.origin}${address}>`)
    expect(text).not.toContain("origin.invalid")
  }
})

test("the query chooses, and without it the defaults hold", async () => {
  const path = "/database/from-scratch.md"
  const standard = await read(path)
  expect(standard).toContain("for SQLite with npm")
  expect(await read(`${path}?database=sqlite&packageManager=npm`)).toBe(standard)
  const chosen = await read(`${path}?packageManager=pnpm&database=mysql`)
  expect(chosen).toContain("for MySQL or MariaDB with pnpm")
  expect(chosen).toContain("pnpm exec prisma")
  expect(chosen).not.toContain("npx prisma")
  // A page that depends on no choice takes it too: it's the reader's, wherever they go.
  expect(await read("/glossary.md?database=mysql")).toBe(await read("/glossary.md"))
})

test.each([
  "?database=oracle",
  "?packageManager=",
  "?database=mysql&database=sqlite",
  "?session=jwt",
  "?database=__proto__",
])("%s is refused with all that can be chosen", async (query) => {
  const response = await ask(`/install.md${query}`)
  expect(response.status).toBe(400)
  expect(response.headers.get("cache-control")).toBe("no-store")
  expect(await response.json()).toEqual({
    error: expect.any(String),
    choices: { database: valuesOf("database"), packageManager: valuesOf("packageManager") },
  })
})

test.each([
  "/nope.md",
  "/404.md",
  "/500.md",
  "/_meta.md",
  "/database/index.md",
  "/INSTALL.md",
  "/a/b/c.md",
])("%s is no page", async (path) => {
  const response = await ask(path)
  expect(response.status).toBe(404)
  expect(response.headers.get("cache-control")).toBe("no-store")
  expect(await response.json()).toEqual({ error: expect.stringContaining("/llms.txt") })
})

test.each([
  "/.md",
  "/%2e%2e%2fpackage.md",
  "/..%2f..%2fREADME.md",
  "/constructor.md",
  "/__proto__.md",
])("%s leads to no page and no file", async (path) => {
  const response = await ask(path)
  expect([400, 404]).toContain(response.status)
  expect(await response.text()).not.toMatch(/^# /m)
})

/** A request whose path and headers are sent as they are: `fetch` adds to those of a conditional one. */
const askAsIs = (path: string, headers = {}) =>
  new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const sent = request(site.origin, { path, headers }, (answer) => {
      readText(answer).then((text) => resolve({ status: answer.statusCode, text }), reject)
    })
    sent.on("error", reject).end()
  })

test("no path leads out of the guide", async () => {
  for (const path of ["/../../package.md", "//install.md", "/%00.md", `/${"a".repeat(4_000)}.md`]) {
    const { status, text } = await askAsIs(path)
    expect(status, path).toBeLessThan(500)
    expect(text, path).not.toMatch(/"dependencies"|\n\s+at /)
  }
})

const texts = ["/install.md?database=mysql", "/llms.txt", "/llms-full.txt"]

test.each(texts)("%s is kept by caches, which ask whether it's the same", async (path) => {
  const response = await ask(path)
  expect(response.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate")
  const etag = response.headers.get("etag") ?? ""
  expect(etag).toMatch(/^(W\/)?".+"$/)
  expect(await askAsIs(path, { "If-None-Match": etag })).toEqual({ status: 304, text: "" })
  expect(await askAsIs(path, { "If-None-Match": '"other"' })).toMatchObject({ status: 200 })
})

test.each(texts)("%s answers HEAD like GET, without a body", async (path) => {
  const get = await ask(path, { headers: { "Accept-Encoding": "identity" } })
  const head = await ask(path, { method: "HEAD", headers: { "Accept-Encoding": "identity" } })
  expect(head.status).toBe(200)
  for (const name of ["content-type", "content-length", "etag", "cache-control"])
    expect(head.headers.get(name), name).toBe(get.headers.get(name))
  expect(await head.text()).toBe("")
})

test.each(texts)("%s answers other methods with those that it has", async (path) => {
  for (const method of ["POST", "PUT", "DELETE"]) {
    const response = await ask(path, { method })
    expect(response.status).toBe(405)
    expect(response.headers.get("allow")).toBe("GET, HEAD")
  }
})

test("malformed cookies don't matter", async () => {
  expect((await ask("/install.md", { headers: { Cookie: "a=%; =; b" } })).status).toBe(200)
})

test("llms.txt has a title, a summary and every page, each with an address that answers", async () => {
  const response = await ask("/llms.txt")
  expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8")
  const text = await response.text()
  expect(text).toMatch(/^# Passkeys with Auth\.js: the guide you can sign in to\n\n> .+\n\n/)
  const items = [...text.matchAll(/^- \[(.+)\]\((.+)\): (.+)$/gm)]
  expect(items.map(([, , url]) => url).sort()).toEqual(
    allPages.map(({ address }) => site.origin + fileOf(address)).sort(),
  )
  for (const [, , url = "", description = ""] of items) {
    const page = await (await fetch(url)).text()
    expect(page.split("\n")[2], url).toBe(`> ${description}`)
  }
  const [, example = ""] = /for example <(.+)>/.exec(text) ?? []
  expect(await (await fetch(example)).text()).toContain("PostgreSQL with pnpm")
})

test("llms-full.txt is every page, in the order of llms.txt", async () => {
  const full = await read("/llms-full.txt")
  const order = [...(await read("/llms.txt")).matchAll(/^- \[.+\]\((.+)\):/gm)]
  const pages = await Promise.all(order.map(async ([, url = ""]) => (await fetch(url)).text()))
  expect(full).toBe(pages.join("\n---\n\n"))
})

test("on a public site, every address is public", async () => {
  for (const path of ["/install.md", "/llms.txt", "/llms-full.txt"]) {
    const text = await (await fetch(open.origin + path)).text()
    expect(text).toContain(`${publicOrigin}/`)
    expect(text).not.toContain(open.origin)
    expect(text).not.toContain("origin.invalid")
  }
})
