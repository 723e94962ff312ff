import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { addVerified, readRecord } from "../../plugins/verified.mjs"
import { root } from "../../scripts/root"
import { otherDatabases, platformsOf } from "../record/playwright-platforms"
import { allPages, sourceOf } from "../guide/guide-pages"

const read = (path: string) => readFileSync(join(root, path), "utf8")
const record = readRecord(root)
const lock: { packages: Record<string, { version: string }> } = JSON.parse(
  read("package-lock.json"),
)
const tests = readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
  .map((file) => `tests/${file.replaceAll("\\", "/")}`)

const verifiedBy = (page: string) =>
  /^verifiedBy: \[(.*)\]$/m.exec(sourceOf(page))?.[1]?.split(", ") ?? []

describe("the record of the last run", () => {
  test.each(Object.entries(record.packages))(
    "has %s %s, as package-lock.json does",
    (name, version) => {
      expect(version).toBe(lock.packages[`node_modules/${name}`]?.version)
    },
  )

  test("names test files that exist, and no failure", () => {
    const entries = Object.entries(record.files)
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.filter(([file]) => !existsSync(join(root, file)))).toEqual([])
    expect(entries.filter(([, { failed }]) => failed > 0)).toEqual([])
  })

  test("has the version of everything that its tests ran on", () => {
    const on = new Set(Object.values(record.files).flatMap((file) => file.on))
    expect([...on].filter((name) => !record.platforms[name])).toEqual([])
  })
})

test("the files with a database of their own exist", () => {
  expect(Object.keys(otherDatabases).filter((file) => !tests.includes(file))).toEqual([])
})

test.each([
  ["tests/e2e/rows.spec.ts", "postgresql", ["PostgreSQL", "Chromium"]],
  ["tests/e2e/practice.spec.ts", "firefox", ["SQLite", "Firefox"]],
  ["tests/e2e/inspect.spec.ts", "sqlite", ["Chromium"]],
  ["tests/reader/existing-app.spec.ts", "reader", ["PostgreSQL", "Chromium"]],
])("%s in the project %s runs on %j", (file, project, platforms) => {
  expect(platformsOf(file, project)).toEqual(platforms)
})

test.each(allPages.map(({ name }) => name))("/%s names tests that exist", (page) => {
  for (const path of verifiedBy(page))
    expect(
      tests.filter((file) => file.startsWith(path)),
      path,
    ).not.toEqual([])
})

test("a page whose test failed does not build", () => {
  const [file] = Object.keys(record.files)
  const failing = { ...record, files: { [file!]: { passed: 1, failed: 1, skipped: 0, on: [] } } }
  const page = `---\ntitle: Page\nverifiedBy: [${file}]\n---\n\nText\n`
  expect(() => addVerified("page", page, failing)).toThrow(`page: ${file} failed`)
})

test("a page's line says what its tests ran on, and nothing else", () => {
  const verified = {
    date: "2026-11-24",
    packages: {
      "next-auth": "5.0.0-beta.32",
      next: "16.4.6",
      prisma: "7.10.0",
      "drizzle-orm": "0.45.4",
    },
    platforms: { SQLite: "3.45.1", PostgreSQL: "18.1", MariaDB: "10.11.14", Chromium: "147.0.7" },
    files: {
      "tests/a.test.ts": { passed: 2, failed: 0, skipped: 1, on: ["SQLite", "MariaDB"] },
      "tests/b.spec.ts": { passed: 1, failed: 0, skipped: 0, on: ["PostgreSQL", "Chromium"] },
      "tests/databases/drizzle.test.ts": { passed: 1, failed: 0, skipped: 0, on: ["SQLite"] },
      "tests/unit/d.test.ts": { passed: 1, failed: 0, skipped: 0, on: [] },
    },
  }
  const line = (list: string) =>
    addVerified("page", `---\ntitle: Page\nverifiedBy: [${list}]\n---\n\nText\n`, verified)
  expect(line("tests/a")).toContain(
    "Tests of this page passed on 24 November 2026, with next-auth 5.0.0-beta.32, next 16.4.6, and prisma 7.10.0, on SQLite 3.45 and MariaDB 10.11.",
  )
  expect(line("tests/b")).toContain("on PostgreSQL 18.1, in Chromium 147.")
  expect(line("tests/databases/drizzle")).toContain(
    "with next-auth 5.0.0-beta.32, next 16.4.6, and drizzle-orm 0.45.4, on SQLite 3.45.",
  )
  expect(line("tests/databases/drizzle, tests/a")).toContain(
    "prisma 7.10.0, and drizzle-orm 0.45.4",
  )
  expect(line("tests/unit/d")).toContain("with next-auth 5.0.0-beta.32 and next 16.4.6. <a")
  expect(line("tests/c")).not.toContain("passed")
})
