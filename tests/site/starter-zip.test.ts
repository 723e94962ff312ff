import { strFromU8, unzipSync } from "fflate"
import { afterAll, beforeAll, expect, test } from "vitest"
import { valuesOf } from "../../components/choices"
import { defaultExtras, extras, worksWith } from "../../demo/live/download/starter-options"
import { rateLimits } from "../../demo/live/server/limits/rate-limits"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let site: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  site = await startSite({ DATABASE_URL: folder.sqlite("zip") })
})

afterAll(async () => {
  await site?.stop()
  await folder.remove()
})

const download = (query = "", { origin } = site) => fetch(`${origin}/api/starter${query}`)

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

test("without a choice it is the app for SQLite and npm, with its own sign-in page and the usual extras", async () => {
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
  const all = defaultExtras.join(",")
  const choices = "database=sqlite&packageManager=npm&signIn=custom&session=database"
  expect(files).toEqual(await filesOf(`?${choices}&extras=${all}`))
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

test("what is not chosen is not there", async () => {
  const files = await filesOf("?signIn=built-in&extras=")
  expect([...files.keys()].filter((path) => /\.tsx?$/.test(path))).toEqual([
    "app/api/auth/[...nextauth]/route.ts",
    "app/layout.tsx",
    "app/page.tsx",
    "auth.ts",
    "playwright.config.ts",
    "prisma.config.ts",
    "prisma.ts",
    "tests/passkeys.spec.ts",
  ])
  expect(files.get("auth.ts")).toContain("NextAuth(config)\n")
  expect(files.get("package.json")).not.toContain("simplewebauthn-server-14")
})

test("what is chosen is in auth.ts", async () => {
  const files = await filesOf("?session=jwt&extras=safe-registration,logger")
  const source = files.get("auth.ts")
  expect(source).toContain('  session: { strategy: "jwt" },\n')
  expect(source).toContain('  pages: { signIn: "/sign-in" },\n')
  expect(source).toContain("NextAuth(safeRegistration(config, prisma))\n")
  // As a form sends them.
  expect(files).toEqual(
    await filesOf("?extras=&extras=logger&extras=safe-registration&session=jwt"),
  )
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

test.each([
  "?database=oracle",
  "?database=",
  "?database=mysql&database=sqlite",
  "?color=blue",
  "?signIn=none",
  "?session=cookie",
  "?extras=faster",
  "?extras=logger,logger",
])("%s is answered with what there is", async (query) => {
  const answer = await download(query)
  expect(answer.status).toBe(400)
  const sql = valuesOf("database").filter((name) => name !== "mongodb")
  expect(await answer.json()).toEqual({
    error: "The starter can be downloaded for these choices only.",
    choices: {
      database: valuesOf("database"),
      packageManager: valuesOf("packageManager"),
      signIn: ["custom", "built-in"],
      session: ["database", "jwt"],
      extras: {
        "conditional-create": valuesOf("database"),
        logger: valuesOf("database"),
        "passkey-details": valuesOf("database"),
        "safe-registration": valuesOf("database"),
        "single-query-sign-in": sql,
        "single-use-challenges": sql,
        verification: valuesOf("database"),
        "sqlite-client": ["sqlite"],
        settings: sql,
        autofill: valuesOf("database"),
        signals: sql,
        "step-up": sql,
        docker: sql,
        proxy: valuesOf("database"),
        "request-log": valuesOf("database"),
        metrics: valuesOf("database"),
      },
    },
  })
})

test.each([
  [
    "extras=conditional-create,logger",
    "conditional-create doesn't work without verification: add verification to extras",
  ],
  [
    "extras=sqlite-client&database=mysql",
    "sqlite-client doesn't work with database=mysql: choose sqlite",
  ],
  [
    "extras=step-up,verification,single-use-challenges",
    "step-up doesn't work without settings: add settings to extras",
  ],
  ["extras=autofill&signIn=built-in", "autofill doesn't work with signIn=built-in: choose custom"],
  ["extras=docker&packageManager=pnpm", "docker doesn't work with packageManager=pnpm: choose npm"],
  // What it requires needs a table of another extra.
  [
    "extras=signals,settings,passkey-details&database=mongodb",
    "settings doesn't work with database=mongodb: choose sqlite or postgresql or mysql or cockroachdb or sqlserver",
  ],
])("%s is answered with what to do", async (query, advice) => {
  const answer = await download(`?${query}`)
  expect(answer.status).toBe(400)
  const name = advice.split(" ")[0]
  expect(await answer.json()).toMatchObject({
    error: `The extra ${advice}, or leave ${name} out.`,
    choices: { database: valuesOf("database") },
  })
})

test("each extra that was chosen is described in the README, and no other", async () => {
  for (const database of valuesOf("database")) {
    const choices = { database, packageManager: "npm", signIn: "custom" }
    const possible = Object.keys(extras).filter((name) => worksWith(name, choices))
    for (const chosen of [possible, defaultExtras.filter((name) => possible.includes(name)), []]) {
      const query = new URLSearchParams({ database, extras: chosen.join(",") })
      const readme = (await filesOf(`?${query}`)).get("README.md") ?? ""
      const described = Object.keys(extras).filter((name) => {
        const { title = "", buys = "" } = extras[name] ?? {}
        return readme.includes(`- **${title}.** ${buys} `)
      })
      expect(described).toEqual(chosen)
    }
  }
})

test("who downloads too often has to wait", async () => {
  const limit = rateLimits.downloads.networks["/32"]
  // A site of its own, as the other tests' downloads count too.
  const limited = await startSite({ DATABASE_URL: folder.sqlite("limited") })
  try {
    let accepted = 0
    // On a slow machine, the first ones may have been counted in the minute before.
    while (accepted <= 2 * limit && (await download("", limited)).status === 200) accepted++
    expect(accepted).toBeGreaterThanOrEqual(limit)
    expect(accepted).toBeLessThanOrEqual(2 * limit)
    const refused = await download("", limited)
    expect(refused.status).toBe(429)
    expect(refused.headers.get("retry-after")).toMatch(/^\d+$/)
  } finally {
    await limited.stop()
  }
})
