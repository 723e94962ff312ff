import { execFile } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, test } from "vitest"
import { root } from "../../scripts/root"
import { instructionsOf } from "../support/dockerfile"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"

const read = (path: string) => readFileSync(join(root, path), "utf8")
const instructions = instructionsOf(read("Dockerfile"))
const valuesOf = (name: string) =>
  instructions.filter((instruction) => instruction.name === name).map(({ value }) => value)
const execForm = (value = "") => JSON.parse(value.slice(value.indexOf("["))) as string[]

test("the image is built with this package's own commands and starts as `npm start` does", () => {
  const { scripts } = JSON.parse(read("package.json"))
  expect(execForm(valuesOf("CMD")[0]).join(" ")).toBe(scripts.start)
  for (const command of valuesOf("RUN")) {
    const [, script] = /^npm run ([\w:]+)$/.exec(command) ?? []
    if (script) expect(scripts).toHaveProperty(script)
    else expect(command).toMatch(/^npm ci\b/)
  }
  expect(valuesOf("USER")).toEqual(["node"])
  for (const value of valuesOf("COPY").filter((value) => !value.startsWith("--")))
    for (const path of value.split(" ").slice(0, -1))
      expect(existsSync(join(root, path))).toBe(true)
})

test("what the build depends on gets into the image, and nothing of this machine", () => {
  const ignored = read(".dockerignore").trim().split("\n")
  // scripts/build.ts: without it, the image would build again when it starts.
  expect(ignored).toContain("!tests/verified.json")
  for (const path of [".data", ".env*", ".git", "node_modules", ".next"])
    expect(ignored).toContain(path)
  const needed = ["pages", "components", "demo", "prisma", "plugins", "public", "scripts", "server"]
  for (const path of needed) expect(ignored).not.toContain(path)
})

test("the health check is 0 while the site runs, and else 1", async () => {
  const folder = await makeTemporaryFolder()
  const site = await startSite({ DATABASE_URL: folder.sqlite("image") })
  const [command = "", ...words] = execForm(valuesOf("HEALTHCHECK")[0])
  const check = () =>
    promisify(execFile)(command, words, {
      env: { ...process.env, PORT: new URL(site.origin).port },
    }).then(
      () => 0,
      ({ code }: { code: number }) => code,
    )
  expect(await check()).toBe(0)
  await site.stop()
  expect(await check()).toBe(1)
  await folder.remove()
})
