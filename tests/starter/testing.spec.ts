import { cp, rm } from "node:fs/promises"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { root } from "../../scripts/root"
import { makeReadersApp } from "./readers-app"

test("the kit of /testing passes in the app that is downloaded", async ({}, { project }) => {
  test.setTimeout(600_000)
  const app = await makeReadersApp(
    String(project.use.baseURL),
    "",
    async (folder) => {
      await rm(join(folder, "tests/passkeys.spec.ts"))
      await cp(join(root, "demo/recipes/testing"), folder, { recursive: true })
    },
    {},
    { checksTypes: false },
  )
  const server = await app.start()
  try {
    const report = await app.test(process.env.CHROMIUM)
    expect(report).toContain("12 passed")
    expect(report).not.toMatch(/failed|flaky|skipped/)
  } finally {
    await server.stop()
    await app.remove()
  }
})
