import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises"
import { dirname, join, posix } from "node:path"
import { strFromU8, unzipSync } from "fflate"
import ts from "typescript"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { valuesOf } from "../../components/choices"
import { extras } from "../../demo/live/download/starter-options"
import { applyRecipe, type Recipe } from "../../demo/live/server/starter-zip/apply-recipe.mjs"
import { starterFiles } from "../../demo/live/server/starter-zip/starter-files"
import { generate, prismaGenerate } from "../../scripts/generate"
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

test("without a choice it is the app for SQLite and npm, with its own sign-in page and all extras", async () => {
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
  const all = Object.keys(extras).join(",")
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
  "?extras=sqlite-client&database=mysql",
  "?extras=single-query-sign-in&database=mongodb",
])("%s is answered with what there is", async (query) => {
  const answer = await download(query)
  expect(answer.status).toBe(400)
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
        "single-query-sign-in": valuesOf("database").filter((name) => name !== "mongodb"),
        "single-use-challenges": valuesOf("database").filter((name) => name !== "mongodb"),
        verification: valuesOf("database"),
        "sqlite-client": ["sqlite"],
      },
    },
  })
})

test("an extra without one that it requires is answered with what to do", async () => {
  const answer = await download("?extras=conditional-create,logger")
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({
    error:
      "The extra conditional-create doesn't work without verification: add verification to extras, or leave conditional-create out.",
    choices: { database: valuesOf("database") },
  })
  expect((await download("?extras=conditional-create,verification")).status).toBe(200)
})

/** Writes an app into the checkout, where its packages are found, and returns what TypeScript says of it. */
async function typeCheck(files: Map<string, string>, client?: string) {
  await mkdir(join(root, ".cache"), { recursive: true })
  const app = await mkdtemp(join(root, ".cache/zip-"))
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(app, path)), { recursive: true })
      await writeFile(join(app, path), text)
    }
    if (client)
      await cp(join(root, client, "generated"), join(app, "generated"), { recursive: true })
    else await prismaGenerate(join(root, "node_modules/prisma/build/index.js"), app)
    // The adapter of SQL Server is not installed here: these are its types.
    await symlink(join(root, "tests/support/adapter-mssql.d.ts"), join(app, "adapter-mssql.d.ts"))
    await writeFile(join(app, "next-env.d.ts"), '/// <reference types="next" />\n')
    return mistakesIn(app)
  } finally {
    await rm(app, { recursive: true })
  }
}

// Prisma 6, which MongoDB needs, cannot be installed beside Prisma 7.
test.each(valuesOf("database").filter((database) => database !== "mongodb"))(
  "what is downloaded for %s type-checks",
  { timeout: 120_000 },
  async (database) => {
    const client = database === "sqlite" ? "demo/starter" : `demo/recipes/${database}`
    expect(await typeCheck(await filesOf(`?database=${database}`), client)).toEqual([])
  },
)

describe("without HTTP", () => {
  const choose = (choices: Partial<Parameters<typeof starterFiles>[1]>) =>
    starterFiles(root, {
      database: "sqlite",
      packageManager: "npm",
      signIn: "custom",
      session: "database",
      extras: Object.keys(extras),
      ...choices,
    })

  test("the core alone type-checks", { timeout: 120_000 }, async () => {
    const core = await choose({ signIn: "built-in", extras: [] })
    expect(await typeCheck(core, "demo/starter")).toEqual([])
  })

  test(
    "every choice of extras, sign-in page and sessions has what it imports, and type-checks",
    {
      timeout: 120_000,
    },
    async () => {
      const app = await choose({})
      // None, each, each pair, and all: a wrapper knows nothing of a third one.
      const names = Object.keys(extras)
      const pairs = names.flatMap((one, index) =>
        names.slice(index + 1).map((other) => [one, other]),
      )
      const subsets = [[], ...names.map((name) => [name]), ...pairs, names]
      const texts = new Set<string>()
      for (const chosen of subsets)
        for (const signIn of ["custom", "built-in"])
          for (const session of ["database", "jwt"]) {
            const files = await choose({ extras: chosen, signIn, session })
            expect(missingImports(files)).toEqual([])
            texts.add(files.get("auth.ts") ?? "")
          }
      // sqlite-client changes prisma.ts, of which both are in the tests above.
      const different = new Set(
        subsets.map((chosen) => chosen.filter((name) => name !== "sqlite-client").join()),
      )
      expect(texts.size).toBe(different.size * 4)
      // Everything else is the same in all of them.
      for (const [index, text] of [...texts].entries()) app.set(`auth-${index}.ts`, text)
      expect(await typeCheck(app, "demo/starter")).toEqual([])
    },
  )

  test("the quick start with all extras type-checks", { timeout: 120_000 }, async () => {
    const app = await choose({})
    const quickStart = join(root, "demo/recipes/quick-start")
    let files = new Map<string, string>()
    for (const path of ["auth.ts", "prisma/schema.prisma"])
      files.set(path, await readFile(join(quickStart, path), "utf8"))
    for (const name of Object.keys(extras).filter((name) => name !== "sqlite-client")) {
      const json = await readFile(join(root, "demo/recipes", name, "recipe.json"), "utf8")
      const { edits } = JSON.parse(json) as Recipe
      files = applyRecipe(files, { edits })
    }
    for (const path of app.keys())
      if (
        /^passkeys\/(conditional-create|passkey-details|verification|s)|^auth-logger|^tsconfig|^app\/api/.test(
          path,
        )
      )
        files.set(path, app.get(path) ?? "")
    // Its own client has no tables of extras.
    expect(await typeCheck(files)).toEqual([])
  })
})

/** The imports of the app's own files that lead nowhere. Prisma generates its client. */
function missingImports(files: Map<string, string>): string[] {
  return [...files].flatMap(([path, text]) => {
    if (!/\.tsx?$/.test(path)) return []
    return ts
      .preProcessFile(text)
      .importedFiles.map(({ fileName }) => fileName)
      .filter((name) => /^(\.|@\/)/.test(name) && !name.includes("/generated/"))
      .map((name) =>
        name.startsWith("@/") ? name.slice(2) : posix.join(posix.dirname(path), name),
      )
      .filter((name) => !files.has(`${name}.ts`) && !files.has(`${name}.tsx`))
      .map((name) => `${path}: ${name}`)
  })
}

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
