import { execFile } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"
import { memoryAdapter } from "../../demo/recipes/adapter-contract/memory-adapter"
import { passkeyAdapterContract } from "../../demo/recipes/adapter-contract/passkey-adapter-contract"
import { describe, expect, test } from "vitest"
import { root } from "../../scripts/root"
import { brokenAdapters } from "../support/broken-adapters"
import { failedCasesOf } from "../support/failed-cases"

describe("the contract for adapters", () => {
  test("is kept by the adapter that the guide shows", async () => {
    expect(await failedCasesOf(memoryAdapter())).toEqual([])
  })

  test.each(Object.entries(brokenAdapters))("finds %s", async (_, { adapter, failed }) => {
    expect(await failedCasesOf(adapter)).toEqual(failed)
  })

  test("has no case that nothing fails", () => {
    const found = new Set(Object.values(brokenAdapters).flatMap(({ failed }) => failed))
    expect([...found].sort()).toEqual(Object.keys(passkeyAdapterContract).sort())
  })

  test("runs with node:test, as the guide says", async () => {
    const file = "demo/recipes/adapter-contract/adapter.contract.ts"
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "--test", join(root, file)],
      { cwd: root },
    )
    expect(stdout).toContain(`pass ${Object.keys(passkeyAdapterContract).length}`)
    expect(stdout).toContain("fail 0")
  })
})
