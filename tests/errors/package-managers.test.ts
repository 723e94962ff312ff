import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { root } from "../../scripts/root"
import { installTool, pnpm } from "../support/package-managers"
import { startCommand } from "../support/shell"
import { reproduces } from "./reproduces"

let folder: string
let environment: Record<string, string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "passkeys-install-"))
  environment = await installTool(folder, pnpm)
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs commands one after the other in an app of its own. Returns what they printed, and the last code. */
async function install(name: string, manifest: object, commands: string[]) {
  const app = join(folder, name)
  await mkdir(app, { recursive: true })
  await writeFile(join(app, "package.json"), JSON.stringify({ private: true, ...manifest }))
  let printed = ""
  let code: number | null = null
  for (const command of commands) {
    const running = startCommand(command, app, environment)
    code = await running.closed
    printed += running.output()
  }
  return { code, printed }
}

// Resolves everything, and downloads no package.
const npm = "npm install --package-lock-only --ignore-scripts --no-audit --no-fund"
const authjs = "next-auth@5.0.0-beta.32"

describe("npm", { timeout: 120_000 }, () => {
  test("stops where SimpleWebAuthn is newer than Auth.js allows", async () => {
    const newer = "@simplewebauthn/server@14.0.3 @simplewebauthn/browser@13.3.0"
    const { code, printed } = await install("new-app", {}, [`${npm} ${authjs} ${newer}`])
    expect(code).toBe(1)
    expect(reproduces("eresolve", [0, 1, 2]).missingIn([printed])).toEqual([])
  })

  test("chooses version 9 where nobody names one, and only warns where that is raised", async () => {
    const { code, printed } = await install("old-app", {}, [
      `${npm} ${authjs} @simplewebauthn/server`,
      "npm pkg get dependencies",
      `${npm} @simplewebauthn/server@14.0.3`,
    ])
    expect(code).toBe(0)
    expect(printed).toMatch(/"@simplewebauthn\/server": "\^9\./)
    expect(reproduces("eresolve", [3]).missingIn([printed])).toEqual([])
  })

  test("warns of a package for another Node.js", async () => {
    await install("newest", { name: "newest", version: "1.0.0", engines: { node: ">=99" } }, [])
    const { code, printed } = await install("engine", {}, [`${npm} --install-links ../newest`])
    expect(code).toBe(0)
    expect(reproduces("unsupported-engine").missingIn([printed])).toEqual([])
  })
})

test("pnpm installs tsx once it's told what the pages with tsx say about esbuild", async () => {
  const command = "pnpm add --save-exact --save-dev tsx@4.23.15"
  const undecided = await install("tsx", {}, [command])
  expect(undecided.printed).toMatch(/Ignored build scripts: esbuild/)
  const decide = String.raw`printf 'allowBuilds:\n  esbuild: false\n' > pnpm-workspace.yaml`
  const decided = await install("tsx-decided", {}, [decide, command, "pnpm exec tsx --version"])
  expect([decided.code, decided.printed]).toEqual([0, expect.stringContaining("tsx v4.23.15")])

  const pages = await readdir(join(root, "pages"), { recursive: true })
  for (const page of pages.filter((path) => path.endsWith(".mdx"))) {
    const text = await readFile(join(root, "pages", page), "utf8")
    if (text.includes("--save-dev tsx@")) expect(text, page).toContain("\n+  esbuild: false\n")
  }
}, 120_000)

test("pnpm exits with an error where nobody has decided about a script", async () => {
  const { code, printed } = await install("pnpm", {}, ["pnpm add @prisma/engines@7.10.0"])
  expect(code).toBe(1)
  expect(reproduces("pnpm-ignored-builds").missingIn([printed])).toEqual([])
}, 120_000)
