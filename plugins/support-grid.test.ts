import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { expandSupportGrids, gridAsTable, gridFiles, readGrid } from "./support-grid.mjs"
import { readRecord } from "./verified.mjs"

const root = join(import.meta.dirname, "..")
const folder = join(root, "demo/live/pictures/support")
const names = readdirSync(folder).map((file) => file.replace(".json", ""))
const record = readRecord(root)

test.each(names)("each answer about %s has evidence that is there", (name) => {
  const { columns, rows } = readGrid(root, name)
  const answers = rows.flat().filter((cell) => typeof cell !== "string")
  expect(answers.length).toBeGreaterThan(0)
  for (const row of rows) expect(row).toHaveLength(columns.length)
  for (const { answer, how, evidence, tests = [], sources = [] } of answers) {
    expect(["yes", "partly", "no", "not run"]).toContain(answer)
    // It is on a line of a table.
    expect(evidence).toMatch(/^[^|\n]+\.$/)
    for (const file of tests) expect(existsSync(join(root, file)), file).toBe(true)
    for (const source of sources)
      expect(source).toMatch(/^(https:\/\/\S+|@?[\w/.-]+@\d+\.\d+\.\d+[\w.-]*)$/)
    if (how === "tests") expect(tests, evidence).not.toEqual([])
    if (how === "run" || how === "read") expect(sources, evidence).not.toEqual([])
    if (answer !== "not run") expect(how, evidence).toBeDefined()
  }
})

test("every grid is on the page", () => {
  const page = readFileSync(join(root, "pages/support-matrix.mdx"), "utf8")
  for (const name of names) expect(page).toContain(`<SupportGrid of="${name}" />`)
  expect(gridFiles(page)).toHaveLength(names.length + 1)
})

const grid = {
  columns: ["database", "works"],
  rows: [
    [
      "A",
      { answer: "yes" as const, how: "tests" as const, evidence: "It runs.", tests: ["a.test.ts"] },
    ],
    [
      "B",
      { answer: "not run" as const, evidence: "Nobody has tried.", sources: ["@auth/b@1.0.0"] },
    ],
  ],
}

const run = { passed: 3, failed: 0, skipped: 0, on: ["SQLite"] }
const aRecord = {
  date: "2026-11-24",
  packages: {},
  platforms: { SQLite: "3.45.1" },
  files: { "a.test.ts": run },
}

test("an answer opens to its evidence and the last run of its tests", () => {
  const table = gridAsTable(grid, aRecord)
  expect(table).toContain("| database | works |\n| --- | --- |\n| A | <details ")
  expect(table).toContain(
    "<summary>Yes</summary>**tests**: It runs. `a.test.ts` (3 passed on SQLite 3.45.1, 24 November 2026)</details> |",
  )
  expect(table).toContain(
    "<summary>Not run</summary>Nobody has tried. [@auth/b@1.0.0](https://www.npmjs.com/package/@auth/b/v/1.0.0)</details> |",
  )
})

test("a test that isn't in the record is named without a run", () => {
  expect(gridAsTable(grid, { ...aRecord, files: {} })).toContain("It runs. `a.test.ts`</details>")
})

test("on the page, an answer opens without script", () => {
  const html = expandSupportGrids('<SupportGrid of="databases" />', root, record)
  expect(html).toContain(
    '<details className="answer" data-answer="yes" data-column="with the Prisma',
  )
  expect(() => expandSupportGrids('<SupportGrid of="none" />', root, record)).toThrow("none.json")
})
