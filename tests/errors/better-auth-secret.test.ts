import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { runCommand } from "../support/shell"
import { reproduces } from "./reproduces"

/** What `npx auth` runs, as of November 2026. To run it takes a minute of downloads. */
const auth = "auth@1.7.7"

test("the package that npx auth runs is Better Auth's, and prints its variable", async () => {
  const folder = await mkdtemp(join(tmpdir(), "passkeys-auth-"))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = (await runCommand(`npm pack --silent ${auth}`, folder, {})).trim()
  await runCommand(`tar -xzf ${file}`, folder, {})
  const manifest = JSON.parse(await readFile(join(folder, "package/package.json"), "utf8"))
  expect(manifest).toMatchObject({
    bin: { auth: "./dist/index.mjs" },
    description: "The CLI for Better Auth",
    engines: { node: ">=22.12.0" },
  })
  const program = await readFile(join(folder, "package/dist/index.mjs"), "utf8")
  expect(program).toContain('new Command("secret")')
  expect(reproduces("better-auth-secret").missingIn([program])).toEqual([])
}, 120_000)
