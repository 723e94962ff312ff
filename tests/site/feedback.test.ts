import { execFile } from "node:child_process"
import { setTimeout as wait } from "node:timers/promises"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { rateLimits } from "../../demo/live/server/limits/rate-limits"
import { root } from "../../scripts/root"
import { rowsOf } from "../support/database-rows"
import { hasMariadb } from "../support/mariadb-server"
import { createMariadbDatabase, createPostgresqlDatabase } from "../support/shared-databases"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { inBatches } from "./batches"
import { origin, proxied, type LimitedSite } from "./limited-site"

if (!hasMariadb()) console.log("MariaDB is not installed: feedback is not tested on it.")

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
})

afterAll(() => folder.remove())

type Fields = Record<string, string> | string[][] | string

/** Posts a form from an address, as a browser does, and returns the response. */
function post(site: string, address: string, fields: Fields, headers: Record<string, string> = {}) {
  return fetch(`${site}/api/feedback`, {
    method: "POST",
    redirect: "manual",
    headers: { "X-Forwarded-For": address, Origin: origin, ...headers },
    body: typeof fields === "string" ? fields : new URLSearchParams(fields),
  })
}

const json = { Accept: "application/json" }
const vote = { page: "/install", helpful: "yes" }

const mariadbIfInstalled: [string, (name: string) => Promise<string>][] = hasMariadb()
  ? [["MariaDB", createMariadbDatabase]]
  : []

describe.each([
  ["SQLite", async (name: string) => folder.sqlite(name)],
  ["PostgreSQL", createPostgresqlDatabase],
  ...mariadbIfInstalled,
])("on %s", (_, create) => {
  const on = {} as LimitedSite

  beforeAll(async () => {
    on.url = await create("feedback")
    on.site = await startSite({ ...proxied, DATABASE_URL: on.url })
  })
  afterAll(() => on.site?.stop())

  const stored = async (page: string) =>
    (
      await rowsOf(
        on.url,
        `SELECT "helpful", "sentence" FROM "DemoFeedback" WHERE "page" = '${page}' ORDER BY "sentence"`,
      )
    ).map(([helpful, sentence]) => [Number(helpful), sentence])

  test("a visitor counts once, however often and quickly they press, and the last vote counts", async () => {
    const page = "/configure"
    const send = (fields: object) => post(on.site.origin, "192.0.2.1", { page, ...fields }, json)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send({ helpful: "yes", sentence: "Grüße, “O'Hara” 😀" })),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(await answers[0]?.json()).toEqual({ stored: true })
    expect(await stored(page)).toEqual([[1, "Grüße, “O'Hara” 😀"]])
    // Another tab, without the sentence: it stays.
    expect((await send({ helpful: "no", sentence: " \n " })).status).toBe(200)
    expect(await stored(page)).toEqual([[0, "Grüße, “O'Hara” 😀"]])
    expect((await send({ helpful: "no", sentence: "two\r\nlines" })).status).toBe(200)
    expect(await stored(page)).toEqual([[0, "two lines"]])
  })

  test("others count too: in another network, or with another browser in the same one", async () => {
    const page = "/glossary"
    await post(on.site.origin, "192.0.2.2", { page, helpful: "yes" })
    await post(on.site.origin, "192.0.2.3", { page, helpful: "yes" })
    await post(on.site.origin, "192.0.2.3", { page, helpful: "no" }, { "User-Agent": "another" })
    expect((await stored(page)).map(([helpful]) => helpful).sort()).toEqual([0, 1, 1])
  })

  test("the table doesn't say who voted, nor that two votes are one visitor's", async () => {
    for (const page of ["/extras", "/drizzle"])
      await post(on.site.origin, "192.0.2.4", { page, helpful: "yes" }, { "User-Agent": "secret" })
    const rows = await rowsOf(on.url, 'SELECT * FROM "DemoFeedback"')
    expect(JSON.stringify(rows.map((row) => row.map(String)))).not.toMatch(/192\.0\.2|secret/)
    const visitors = await rowsOf(
      on.url,
      `SELECT DISTINCT "visitor" FROM "DemoFeedback" WHERE "page" IN ('/extras', '/drizzle')`,
    )
    expect(visitors).toHaveLength(2)
  })

  test("without script, the form leads back to the page that it was sent from", async () => {
    const answer = await post(on.site.origin, "192.0.2.5", { ...vote, sentence: "" })
    expect(answer.status).toBe(303)
    expect(answer.headers.get("location")).toBe("/install#feedback-stored")
    expect(answer.headers.get("cache-control")).toBe("no-store")
  })

  test("a sentence has as many characters as it may have, and not one more", async () => {
    const sentence = "é".repeat(279) + "x"
    const page = "/production"
    const send = (text: string) =>
      post(on.site.origin, "192.0.2.6", { page, helpful: "no", sentence: text }, json)
    expect((await send(sentence)).status).toBe(200)
    expect(await stored(page)).toEqual([[0, sentence]])
    const answer = await send(`${sentence}x`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ error: "A sentence can have at most 280 characters." })
  })

  test.each<[string, number, Fields, Record<string, string>?]>([
    ["no fields", 400, {}],
    ["no vote", 400, { page: "/install" }],
    ["another vote", 400, { ...vote, helpful: "maybe" }],
    ["no page", 400, { ...vote, page: "/no-such-page" }],
    ["another site's page", 400, { ...vote, page: "https://evil.example/" }],
    ["a page twice", 400, [...Object.entries(vote), ["page", "/"]]],
    ["a field too many", 400, { ...vote, email: "a@example.com" }],
    ["a character that ends text", 400, { ...vote, sentence: "a\0b" }],
    ["an escape sequence", 400, { ...vote, sentence: "\u001b[2J" }],
    ["JSON", 415, JSON.stringify(vote), { "Content-Type": "application/json" }],
    ["text", 415, "page=/install&helpful=yes", { "Content-Type": "text/plain" }],
    ["a body that is too long", 413, { ...vote, sentence: "x".repeat(5_000) }],
    ["another origin", 403, vote, { Origin: "https://evil.example" }],
    ["no origin", 403, vote, { Origin: "null" }],
    ["another site", 403, vote, { "Sec-Fetch-Site": "cross-site" }],
    ["a sister site", 403, vote, { "Sec-Fetch-Site": "same-site" }],
  ])("%s is rejected with %i, and stores nothing", async (_, status, fields, headers) => {
    const before = await rowsOf(on.url, 'SELECT * FROM "DemoFeedback"')
    const answer = await post(on.site.origin, "192.0.2.7", fields, headers)
    expect(answer.status).toBe(status)
    expect(await rowsOf(on.url, 'SELECT * FROM "DemoFeedback"')).toEqual(before)
    expect(on.site.output()).not.toContain("error")
  })

  test("a form without script is told why in words, and a script in JSON", async () => {
    const fields = { ...vote, helpful: "maybe" }
    const form = await post(on.site.origin, "192.0.2.7", fields)
    expect(form.headers.get("content-type")).toBe("text/plain; charset=utf-8")
    expect(await form.text()).toBe("Choose yes or no. Go back to return to the page.")
    const script = await post(on.site.origin, "192.0.2.7", fields, json)
    expect(await script.json()).toEqual({ error: "Choose yes or no." })
  })

  test("GET is not for it", async () => {
    const answer = await fetch(`${on.site.origin}/api/feedback`)
    expect(answer.status).toBe(405)
    expect(answer.headers.get("allow")).toBe("POST")
  })

  test("one network has a limit, and others are not affected", async () => {
    const limit = rateLimits.feedback.networks["/32"]
    const send = (address: string) => post(on.site.origin, address, vote, json)
    const answers = await inBatches(limit, 10, () => send("203.0.113.1"))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(limit)
    const refused = await send("203.0.113.1")
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3_000)
    expect((await send("203.0.114.1")).status).toBe(200)
  })

  test("npm run feedback prints the votes and the sentences of each page", async () => {
    const { stdout } = await promisify(execFile)("npx", ["tsx", "scripts/feedback.ts"], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: on.url },
    })
    expect(stdout).toMatch(/^\/glossary: 2 yes, 1 no$/m)
    expect(stdout).toMatch(/^\/configure: 0 yes, 1 no\n {2}\d{4}-\d\d-\d\d no {2}two lines$/m)
  })

  test("votes are erased after a year, and not before", async () => {
    const day = 86_400_000
    const age = (page: string, days: number) =>
      rowsOf(
        on.url,
        `UPDATE "DemoFeedback" SET "votedAt" = ${Date.now() - days * day} WHERE "page" = '${page}'`,
      )
    await age("/glossary", 366)
    await age("/configure", 364)
    // It erases when it starts.
    const another = await startSite({ ...proxied, DATABASE_URL: on.url })
    const deadline = Date.now() + 15_000
    while ((await stored("/glossary")).length > 0 && Date.now() < deadline) await wait(100)
    expect(await stored("/glossary")).toEqual([])
    expect(await stored("/configure")).toHaveLength(1)
    await another.stop()
  })
})
