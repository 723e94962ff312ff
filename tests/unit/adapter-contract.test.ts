import { execFile } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"
import { memoryAdapter } from "../../demo/recipes/adapter-contract/memory-adapter"
import { passkeyAdapterContract } from "../../demo/recipes/adapter-contract/passkey-adapter-contract"
import type { Adapter, AdapterAuthenticator } from "next-auth/adapters"
import { describe, expect, test } from "vitest"
import { root } from "../../scripts/root"
import { brokenAdapters } from "../support/broken-adapters"
import { failedCasesOf } from "../support/failed-cases"

const passkey: AdapterAuthenticator = {
  credentialID: "id",
  userId: "ada",
  providerAccountId: "id",
  credentialPublicKey: "key",
  counter: 0,
  credentialDeviceType: "singleDevice",
  credentialBackedUp: false,
}

describe("the contract for adapters", () => {
  test("is kept by the adapter that the guide shows", async () => {
    expect(await failedCasesOf(memoryAdapter())).toEqual([])
  })

  test("is kept by an adapter that accepts a counter once, as the guide recommends", async () => {
    const { createAuthenticator, updateAuthenticatorCounter } = memoryAdapter() as Required<Adapter>
    await createAuthenticator({ ...passkey, counter: 5 })
    const update = async (counter: number) =>
      (await updateAuthenticatorCounter(passkey.credentialID, counter)).counter
    expect(await update(6)).toBe(6)
    for (const counter of [6, 5, 0])
      await expect(update(counter)).rejects.toThrow("is not lower than")
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
