/**
 * `npm run test:record`: runs all tests, and writes tests/verified.json, from which each page's last
 * line and the support matrix are made. `npm run test:record -- unit sqlite` runs only these projects
 * of Vitest and Playwright, and keeps what the record says of other files. An argument with a slash is
 * a path: `npm run test:record -- unit tests/unit/signatures` runs one file again.
 */
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { root } from "../../scripts/root"
import { makeTemporaryFolder } from "../support/temporary-folder"
import type { FileResults } from "./results"
import { packageVersions, platformVersions } from "./versions"

const recordFile = join(root, "tests/verified.json")
const vitestProjects = ["unit", "databases", "errors", "site", "measured"]

let failed = false

/** Runs one runner with its reporter. Returns what it collected. */
async function collect(runner: "vitest" | "playwright", projects: string[]): Promise<FileResults> {
  const folder = await makeTemporaryFolder()
  const file = folder.sqlite("results").replace(/^file:/, "")
  const reporter = `tests/record/${runner}-reporter.ts`
  const args =
    runner === "vitest"
      ? ["vitest", "run", ...paths, "--reporter=default", `--reporter=./${reporter}`]
      : ["playwright", "test", ...paths, `--reporter=list,./${reporter}`]
  const chosen = projects.map((project) => `--project=${project}`)
  const child = spawn("npx", [...args, ...chosen], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, RECORD_FILE: file },
  })
  const code = await new Promise((resolve) => child.on("close", resolve))
  if (code !== 0) failed = true
  const results: FileResults = existsSync(file) ? JSON.parse(await readFile(file, "utf8")) : {}
  await folder.remove()
  return results
}

const paths = process.argv.slice(2).filter((argument) => argument.includes("/"))
const chosen = process.argv.slice(2).filter((argument) => !argument.includes("/"))
const ofVitest = chosen.filter((project) => vitestProjects.includes(project))
const ofPlaywright = chosen.filter((project) => !vitestProjects.includes(project))
const all = process.argv.length === 2
// The whole record would be replaced by the results of these files.
if (!all && chosen.length === 0)
  throw new Error(
    `Which project runs ${paths.join(" and ")}? Add it: npm run test:record -- reader ${paths[0]}`,
  )

const last: { files: FileResults } = JSON.parse(await readFile(recordFile, "utf8"))
// A page that names a test which failed isn't built, so that test could never pass.
const kept = Object.entries(last.files).filter(([, { failed }]) => failed === 0)
const withoutFailures = { ...last, files: Object.fromEntries(kept) }
await writeFile(recordFile, `${JSON.stringify(withoutFailures, undefined, 2)}\n`)

const files: FileResults = all ? {} : withoutFailures.files
// One after the other, as `npm test` does: what is measured must not share the processors.
const parts = all ? [["unit"], ["databases"], ["errors"], ["site", "measured"]] : [ofVitest]
for (const part of parts) if (part.length) Object.assign(files, await collect("vitest", part))
if (all || ofPlaywright.length) Object.assign(files, await collect("playwright", ofPlaywright))

const record = {
  date: new Date().toISOString().slice(0, "2026-11-24".length),
  packages: await packageVersions(),
  platforms: await platformVersions(),
  // Without files that have been deleted since, and without the test of the record itself.
  files: Object.fromEntries(
    Object.entries(files)
      .filter(([file]) => existsSync(join(root, file)) && file !== "tests/unit/verified.test.ts")
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  ),
}
await writeFile(recordFile, `${JSON.stringify(record, undefined, 2)}\n`)
console.log(`Recorded ${Object.keys(files).length} test files in tests/verified.json.`)
// Whoever is asked for a version may have reset `process.exitCode`.
process.exit(failed ? 1 : 0)
