import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createPostgresqlDatabase } from "../support/shared-databases"
import { runStart, startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
})

afterAll(async () => {
  await folder.remove()
})

describe.each([
  ["SQLite", () => folder.sqlite("at-once")],
  ["PostgreSQL", () => createPostgresqlDatabase("at_once")],
])("on an empty %s", (_, create) => {
  test("two starts at once both come up, and share the database", async () => {
    const DATABASE_URL = await create()
    const starts = await Promise.allSettled([
      startSite({ DATABASE_URL }),
      startSite({ DATABASE_URL }),
    ])
    const sites = starts.flatMap((start) => (start.status === "fulfilled" ? [start.value] : []))
    try {
      expect(starts.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"])
      for (const { origin } of sites)
        expect((await fetch(`${origin}/api/demo/rows`)).status).toBe(200)
    } finally {
      await Promise.all(sites.map((site) => site.stop()))
    }
  })
})

test("on PostgreSQL, npm start ends when its server has ended", async () => {
  const site = await startSite({ DATABASE_URL: await createPostgresqlDatabase("ends") })
  const start = performance.now()
  expect(await site.stop()).toBe(0)
  // The engine that applies migrations has a timer of 10 seconds.
  expect(performance.now() - start).toBeLessThan(5_000)
})

test.concurrent.each([
  [{ DATABASE_URL: "mongodb://user:hush@host/db" }, "DATABASE_URL must begin with"],
  [{ DATABASE_URL: "postgresql://user:hush@127.0.0.1:1/db" }, "127.0.0.1:1"],
  [{ DATABASE_URL: "file:" }, "DATABASE_URL must name a file"],
  [{ DATABASE_URL: "libsql:" }, "DATABASE_URL is not a URL"],
  [{ DATABASE_URL: "libsql://?authToken=hush" }, "DATABASE_URL names no host"],
  [{ DATABASE_URL: "libsql://127.0.0.1:2?tls=0&authToken=hush" }, "ECONNREFUSED"],
  [{ DATABASE_URL: "postgresql://" }, "DATABASE_URL names no host"],
  [{ DATABASE_URL: "postgresql://user:hush@host:notaport/db" }, "DATABASE_URL is not a URL"],
  [{ DATABASE_URL: "mysql://" }, "DATABASE_URL names no host"],
  [{ DATABASE_URL: "mysql://user:hush@host" }, "DATABASE_URL names no database"],
  [{ DATABASE_URL: `file:${import.meta.filename}/demo.db` }, "cannot be written: ENOTDIR"],
  [{ DATABASE_URL: `file:${import.meta.dirname}` }, "cannot be written: EISDIR"],
  [{ AUTH_URL: "passkeys.example.com" }, "AUTH_URL must be the public origin"],
  [{ AUTH_URL: "http://192.0.2.1" }, "AUTH_URL must begin with https:"],
  [{ AUTH_URL: "https://192.0.2.1", AUTH_SECRET: "s".repeat(32) }, "AUTH_URL must name a host"],
  [{ AUTH_URL: "https://passkeys.example.com" }, "AUTH_SECRET is required"],
  [{ PORT: "70000" }, "PORT must be"],
])("%j ends the start with one line and exit code 1", async (environment, message) => {
  const { code, output } = await runStart({ DATABASE_URL: folder.sqlite("wrong"), ...environment })
  expect(output).toContain(message)
  expect(output.trimEnd().split("\n")).toHaveLength(1)
  expect(output).not.toContain("hush")
  expect(code).toBe(1)
})

test("a port that is taken ends the start with words and exit code 1", async () => {
  const site = await startSite({ DATABASE_URL: folder.sqlite("first") })
  try {
    const { port } = new URL(site.origin)
    const { code, output } = await runStart({ DATABASE_URL: folder.sqlite("second"), PORT: port })
    expect(output).toContain(`PORT ${port} cannot be listened on`)
    expect(output).not.toMatch(/^\s+at /m)
    expect(code).toBe(1)
  } finally {
    await site.stop()
  }
})

test.each([
  ["SIGKILL", 137],
  ["SIGABRT", 134],
] as const)("a server that %s ended ends npm start with %i, and a line", async (signal, code) => {
  const site = await startSite({ DATABASE_URL: folder.sqlite(`ended-by-${signal}`) })
  process.kill(await childOf(site.pid ?? 0), signal)
  expect(await site.ended()).toBe(code)
  expect(site.output()).toContain(`The server was ended by ${signal}.\n`)
})

/** The process that another one has started. */
async function childOf(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid=,args="])
  const processes = stdout.split("\n").map((line) => line.trim().split(/\s+/))
  const child = processes.find(([, parent, ...args]) => {
    return Number(parent) === pid && args.join(" ").includes("serve.mjs")
  })
  if (!child) throw new Error(`Process ${pid} has started no server.`)
  return Number(child[0])
}
