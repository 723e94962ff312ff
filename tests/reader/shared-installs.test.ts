import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { installOnce } from "./shared-installs"

let parent: string
let npm: string

// Stands for npm: it says how often it has run, and installs what it's told to.
const program = (log: string) => `#!/bin/sh
echo run >> "${log}"
[ "$2" = broken ] && echo "no such package" && exit 1
mkdir -p "node_modules/$2"
echo "v1" > "node_modules/$2/index.js"
echo "$2" >> node_modules/.package-lock.json
echo "$2" >> package.json
echo "added $2"
`

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "passkeys-installs-"))
  npm = join(parent, "npm")
  await writeFile(npm, program(join(parent, "log")))
  await chmod(npm, 0o755)
  await mkdir(join(parent, "shared"))
})
afterEach(() => rm(parent, { recursive: true }))

const runs = async () => (await readFile(join(parent, "log"), "utf8")).trim().split("\n").length
const install = (folder: string, ...names: string[]) =>
  installOnce(npm, join(parent, "shared"), ["install", ...names], folder)

async function newApp(name: string, text = "{}\n") {
  const folder = join(parent, name)
  await mkdir(folder)
  await writeFile(join(folder, "package.json"), text)
  return folder
}
const read = (folder: string, path: string) => readFile(join(folder, path), "utf8")

test("the same install in the same app is done once, also at the same time", async () => {
  const [first, second] = [await newApp("first"), await newApp("second")]
  const printed = await Promise.all([install(first, "next"), install(second, "next")])
  expect(printed).toEqual([
    { code: 0, output: "added next\n" },
    { code: 0, output: "added next\n" },
  ])
  expect(await runs()).toBe(1)
  for (const folder of [first, second]) {
    expect(await read(folder, "package.json")).toBe("{}\nnext\n")
    expect(await read(folder, "node_modules/next/index.js")).toBe("v1\n")
  }
})

test("what one of them installs later is not the other's", async () => {
  const [first, second] = [await newApp("first"), await newApp("second")]
  for (const folder of [first, second]) await install(folder, "next")
  await install(first, "prisma")
  expect(await read(second, "node_modules/.package-lock.json")).toBe("next\n")
  expect(await read(second, "package.json")).toBe("{}\nnext\n")
  // And who does the same then gets the same.
  await install(second, "prisma")
  expect(await read(second, "node_modules/.package-lock.json")).toBe("next\nprisma\n")
  expect(await runs()).toBe(2)
})

test("another package, and another app, is installed by npm", async () => {
  const [first, second] = [await newApp("first"), await newApp("second", '{ "private": true }\n')]
  await install(first, "next")
  await install(second, "next")
  await install(await newApp("third"), "react")
  expect(await runs()).toBe(3)
})

test("an install that fails is not shared", async () => {
  const failed = { code: 1, output: "no such package\n" }
  for (const name of ["first", "second"])
    expect(await install(await newApp(name), "broken")).toEqual(failed)
  expect(await runs()).toBe(2)
})
