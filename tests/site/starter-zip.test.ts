import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { strFromU8, unzipSync } from "fflate"
import ts from "typescript"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { valuesOf } from "../../components/choices"
import { generate } from "../../scripts/generate"
import { root } from "../../scripts/root"
import { rateLimits } from "../../demo/live/server/limits/rate-limits"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let site: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  site = await startSite({ DATABASE_URL: folder.sqlite("zip") })
  await generate()
})

afterAll(async () => {
  await site?.stop()
  await folder.remove()
})

const download = (query = "") => fetch(`${site.origin}/api/starter${query}`)

/** The files of a zip file, by their paths in its folder. */
async function filesOf(query: string) {
  const entries = Object.entries(unzipSync(await (await download(query)).bytes()))
  return new Map(
    entries.map(([name, bytes]) => [name.slice(name.indexOf("/") + 1), strFromU8(bytes)]),
  )
}

const combinations = valuesOf("database").flatMap((database) =>
  valuesOf("packageManager").map((packageManager) => ({ database, packageManager })),
)

test("without a choice it is the app for SQLite and npm", async () => {
  const answer = await download()
  expect(answer.status).toBe(200)
  expect(answer.headers.get("content-type")).toBe("application/zip")
  expect(answer.headers.get("content-disposition")).toBe(
    'attachment; filename="passkeys-starter-sqlite.zip"',
  )
  const files = await filesOf("")
  expect([...files.keys()]).toEqual(
    expect.arrayContaining([".env.example", ".gitignore", "README.md", "auth.ts", "setup.mjs"]),
  )
  expect([...files.keys()].filter((path) => /generated|upgrades|recipe\.json/.test(path))).toEqual(
    [],
  )
  expect(files).toEqual(await filesOf("?database=sqlite&packageManager=npm"))
})

test.each(combinations)("%j has its own files, and exact versions", async (choices) => {
  const { database, packageManager } = choices
  const query = `?${new URLSearchParams(choices)}`
  const files = await filesOf(query)
  const { dependencies, devDependencies, scripts } = JSON.parse(files.get("package.json") ?? "")
  const versions = Object.values({ ...dependencies, ...devDependencies })
  for (const version of versions)
    expect(version).toMatch(/^(npm:@[\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/)
  expect(files.get("prisma/schema.prisma")).toContain(`provider = "${database}"`)
  expect(files.has("sqlite-client.ts")).toBe(database === "sqlite")
  expect(files.has("prisma/migrations/20261101000100_passkeys/migration.sql")).toBe(
    database !== "mongodb",
  )
  expect(files.get(".env.example")).toContain("DATABASE_URL=")
  expect(scripts.dev).toContain(database === "mongodb" ? "db push" : "migrate deploy")
  expect(files.get("README.md")).toContain(`\n${packageManager} `)
  // Without it, `pnpm install` ends with ERR_PNPM_IGNORED_BUILDS.
  expect(files.has("pnpm-workspace.yaml")).toBe(packageManager === "pnpm")
})

test("the same choices are the same bytes, made anew", async () => {
  const first = await (await download("?database=mysql")).bytes()
  const other = await startSite({ DATABASE_URL: folder.sqlite("zip-again") })
  try {
    const second = await fetch(`${other.origin}/api/starter?packageManager=npm&database=mysql`)
    expect(Buffer.from(await second.bytes()).equals(Buffer.from(first))).toBe(true)
  } finally {
    await other.stop()
  }
})

test.each(["?database=oracle", "?database=", "?database=mysql&database=sqlite", "?color=blue"])(
  "%s is answered with what there is",
  async (query) => {
    const answer = await download(query)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({
      error: "The starter can be downloaded for these choices only.",
      choices: {
        database: valuesOf("database"),
        packageManager: valuesOf("packageManager"),
      },
    })
  },
)

// Prisma 6, which MongoDB needs, cannot be installed beside Prisma 7.
describe.each(valuesOf("database").filter((database) => database !== "mongodb"))(
  "what is downloaded for %s",
  (database) => {
    test("type-checks", { timeout: 120_000 }, async () => {
      await mkdir(join(root, ".cache"), { recursive: true })
      const app = await mkdtemp(join(root, ".cache/zip-"))
      try {
        for (const [path, text] of await filesOf(`?database=${database}`)) {
          await mkdir(dirname(join(app, path)), { recursive: true })
          await writeFile(join(app, path), text)
        }
        const client = database === "sqlite" ? "demo/starter" : `demo/recipes/${database}`
        await cp(join(root, client, "generated"), join(app, "generated"), { recursive: true })
        // The adapter of SQL Server is not installed here: these are its types.
        await symlink(
          join(root, "tests/support/adapter-mssql.d.ts"),
          join(app, "adapter-mssql.d.ts"),
        )
        await writeFile(join(app, "next-env.d.ts"), '/// <reference types="next" />\n')
        expect(mistakesIn(app)).toEqual([])
      } finally {
        await rm(app, { recursive: true })
      }
    })
  },
)

function mistakesIn(app: string): string[] {
  const { config } = ts.readConfigFile(join(app, "tsconfig.json"), ts.sys.readFile)
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, app)
  const program = ts.createProgram(fileNames, { ...options, incremental: false })
  expect(fileNames).toContain(join(app, "auth.ts"))
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    )
}

test("who downloads too often has to wait", async () => {
  const limit = rateLimits.downloads.networks["/32"]
  const statuses = new Set<number>()
  for (let sent = 0; sent <= limit; sent++) statuses.add((await download()).status)
  expect([...statuses]).toEqual([200, 429])
  expect((await download()).headers.get("retry-after")).toMatch(/^\d+$/)
})
