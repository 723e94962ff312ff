import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { readdirSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { root } from "../root"
import { runDoctor } from "./run-doctor"

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "doctor-"))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const starterFile = (path: string) => readFile(join(root, "demo/starter", path), "utf8")

/** Writes an app, and returns its folder. */
async function app(name: string, files: Record<string, string>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, name, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  return join(folder, name)
}

const withoutFlag = async () =>
  (await starterFile("auth.ts")).replace("  experimental: { enableWebAuthn: true },\n", "")

test("nothing found is exit code 0", async () => {
  const outcome = await runDoctor([join(root, "demo/starter")])
  expect(outcome).toEqual({ exitCode: 0, output: "Nothing found." })
})

test("a finding is exit code 1, with its file, line, reason, fix and error, and nothing is changed", async () => {
  const path = await app("src-folder", {
    "package.json": await starterFile("package.json"),
    "src/auth.ts": await withoutFlag(),
    "src/prisma.ts": await starterFile("prisma.ts"),
    ".env": "AUTH_URL=http://localhost:3000\nSECRET=not-to-be-printed\n",
    "node_modules/other/auth.ts": await withoutFlag(),
    "src/auth.test.ts": await withoutFlag(),
  })
  const state = () =>
    readdirSync(path, { recursive: true, encoding: "utf8" }).map((file) => {
      const { mtimeMs, size } = statSync(join(path, file))
      return [file, mtimeMs, size]
    })
  const before = state()
  const { exitCode, output } = await runDoctor([path, "--address", "https://app.example.com"])
  expect(exitCode).toBe(1)
  expect(output).toMatch(/^\.env:1 {2}AUTH_URL is http:\/\/localhost:3000, which isn't the origin/)
  expect(output).toContain(`src/auth.ts:8  Passkeys aren't enabled
  With passkey in the configuration, every request fails until the experimental flag is set.
  Fix: Add experimental: { enableWebAuthn: true } to the configuration.
  The guide explains the error at /errors/experimental-feature-not-enabled.`)
  expect(output).toMatch(/2 findings\.$/)
  expect(output).not.toContain("not-to-be-printed")
  expect(state()).toEqual(before)
})

test("--json is one object for other programs", async () => {
  const path = await app("for-ci", {
    "package.json": await starterFile("package.json"),
    "auth.ts": await withoutFlag(),
  })
  const { exitCode, output } = await runDoctor(["--json", path])
  expect(exitCode).toBe(1)
  expect(JSON.parse(output)).toMatchObject({
    findings: [
      {
        id: "webauthn-not-enabled",
        file: "auth.ts",
        line: 8,
        error: "/errors/experimental-feature-not-enabled",
      },
    ],
    unread: [],
  })
})

test("in a monorepo, each app is examined with the packages that are no apps", async () => {
  const schema = await readFile(join(root, "prisma/sqlite/schema.prisma"), "utf8")
  const path = await app("monorepo", {
    "package.json": '{ "workspaces": ["apps/*", "packages/*"] }',
    "apps/shop/package.json": await starterFile("package.json"),
    "apps/shop/auth.ts": await starterFile("auth.ts"),
    "apps/admin/package.json": await starterFile("package.json"),
    "apps/admin/auth.ts": await withoutFlag(),
    "packages/db/package.json": '{ "name": "db" }',
    "packages/db/prisma/schema.prisma": schema.replace("BigInt", "Int"),
  })
  const { output } = await runDoctor([path, "--json"])
  const { findings } = JSON.parse(output) as { findings: { id: string; file: string }[] }
  expect(findings.map(({ id, file }) => [id, file])).toEqual([
    ["webauthn-not-enabled", "apps/admin/auth.ts"],
    ["counter-too-small", "packages/db/prisma/schema.prisma"],
  ])
})

test("what can't be examined is exit code 2", async () => {
  const half = await app("half", {
    "package.json": await starterFile("package.json"),
    "auth.ts": "export const { handlers } = NextAuth({",
  })
  const { exitCode, output } = await runDoctor([half])
  expect(exitCode).toBe(2)
  expect(output).toContain("auth.ts:1  Not examined\n  TypeScript can't read this file: ")
  expect(output).toMatch(/Nothing found\. 1 file wasn't examined\.$/)

  const empty = await app("no-auth", { "package.json": "{}" })
  expect((await runDoctor([empty])).output).toMatch(
    /asks for next-auth: there is nothing to examine/,
  )
  for (const parameters of [[], [empty], [join(folder, "none")], [half, half], [half, "--fix"]])
    expect(await runDoctor(parameters)).toMatchObject({
      exitCode: 2,
      output: expect.stringMatching(/\nUsage: npm run doctor -- <folder>/),
    })
})
