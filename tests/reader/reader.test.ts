import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test, vi } from "vitest"
import type { ExistingApp } from "./apps"
import { Reader } from "./reader"
import { setUpApp } from "./set-up-app"

vi.mock("./set-up-app", () => ({ setUpApp: vi.fn() }))

const app: ExistingApp = { name: "an-app", packageManager: "npm", commands: [], env: {} }

test("an app that can't be set up leaves no folder behind", async () => {
  const folder = mkdtempSync(join(tmpdir(), "passkeys-readers-"))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })
  vi.stubEnv("TMPDIR", folder)

  vi.mocked(setUpApp).mockResolvedValueOnce([])
  const reader = await Reader.withApp(app)
  expect(readdirSync(folder)).toHaveLength(1)
  await reader.leave()

  vi.mocked(setUpApp).mockRejectedValueOnce(new Error("The install failed."))
  await expect(Reader.withApp(app)).rejects.toThrow("The install failed.")
  expect(readdirSync(folder)).toEqual([])
})
