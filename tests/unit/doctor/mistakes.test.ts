import { format, resolveConfig } from "prettier"
import { describe, expect, test } from "vitest"
import { findingTexts } from "../../../demo/live/doctor/finding-texts"
import { applyEdit } from "../../../demo/live/server/starter-zip/apply-recipe.mjs"
import type { Files } from "./apps"
import { examine } from "./examine"
import { healthyApps, mistakes, type Mistake } from "./mistakes"

const apps = new Map<string, Promise<Files>>()

async function withMistake({ app, edits = {}, adds = {} }: Mistake): Promise<Files> {
  const healthy = apps.get(app) ?? healthyApps[app]()
  apps.set(app, healthy)
  const files = new Map([...(await healthy), ...Object.entries(adds)])
  for (const [path, changes] of Object.entries(edits))
    files.set(
      path,
      changes.reduce((text, edit) => applyEdit(path, text, edit), files.get(path) ?? ""),
    )
  return files
}

describe("of one mistake, the doctor finds this one", () => {
  test.each(mistakes)("$mistake ($app)", async (mistake) => {
    const { findings, unread } = examine(await withMistake(mistake), mistake.input)
    expect(findings.map(({ id, file }) => ({ id, file }))).toEqual([
      { id: mistake.finds, file: mistake.file },
    ])
    expect(unread).toEqual([])
  })
})

test("there is a mistake for all that the doctor knows", () => {
  const found = new Set(mistakes.map(({ finds }) => finds))
  expect([...found].sort()).toEqual(Object.keys(findingTexts).sort())
})

test("docs/doctor.md has the table", async () => {
  const rows = mistakes.map(({ mistake, app, finds, file }) => {
    const { error } = { error: undefined, ...findingTexts[finds] }
    const cells = [mistake, app, `\`${finds}\``, `\`${file}\``, error ? `\`/errors/${error}\`` : ""]
    return `| ${cells.join(" | ")} |`
  })
  const text = `# What the doctor finds

Each row is a mistake in an app in which the doctor finds nothing otherwise. With the mistake, it finds what the third column names, and nothing else: \`tests/unit/doctor/mistakes.ts\`. This file is written by \`npx vitest run --project unit tests/unit/doctor/mistakes.test.ts -u\`. Decisions about the doctor are in [decisions/045](decisions/045-the-doctor.md).

| mistake | app | finding | file | error |
| --- | --- | --- | --- | --- |
${rows.join("\n")}
`
  const options = await resolveConfig("docs/doctor.md")
  const formatted = await format(text, { ...options, parser: "markdown" })
  await expect(formatted).toMatchFileSnapshot("../../../docs/doctor.md")
})
