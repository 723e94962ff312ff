import { execFileSync } from "node:child_process"
import { expect, test } from "vitest"
import { inputFiles } from "./build"
import { generateForMoves } from "./generate-for-moves"
import { root } from "./root"

// Otherwise the build would be made again after a command that generates something.
test("a build depends only on files that Git keeps", async () => {
  await generateForMoves("sqlite")
  const list = ["ls-files", "--cached", "--others", "--exclude-standard"]
  const kept = new Set(execFileSync("git", list, { cwd: root, encoding: "utf8" }).split("\n"))
  const files = await inputFiles()
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter((file) => !kept.has(file))).toEqual([])
})
