import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { installTool, packageManagers, writeSchemaEngine } from "../support/package-managers"
import { freePort } from "../support/postgresql-server"
import { expectNoError } from "../support/server-log"
import { runCommand, startCommand } from "../support/shell"
import { VirtualAuthenticator } from "../support/virtual-authenticator"
import { unpack } from "./unpack"

for (const { packageManager, tool } of packageManagers)
  test(`the two commands of the README start the app with ${tool}`, async ({ page }, {
    project,
  }) => {
    test.setTimeout(420_000)
    // Outside the checkout, where its packages would be found.
    const folder = await mkdtemp(join(tmpdir(), "passkeys-starter-"))
    const app = join(folder, "passkeys-starter")
    const port = String(await freePort())
    const origin = `http://localhost:${port}`
    const environment: Record<string, string> = {
      ...(await installTool(folder, tool)),
      PRISMA_SCHEMA_ENGINE_BINARY: await writeSchemaEngine(folder),
      PORT: port,
      AUTH_URL: origin,
    }
    await mkdir(app)
    await unpack(
      await fetch(
        `${project.use.baseURL}/api/starter?database=sqlite&packageManager=${packageManager}`,
      ),
      app,
    )
    const readme = await readFile(join(app, "README.md"), "utf8")
    const commands = /```sh\n([^]*?)\n```/.exec(readme)?.[1]?.split("\n") ?? []
    expect(commands).toHaveLength(2)
    const [install = "", dev = ""] = commands

    await test.step(install, () => runCommand(install, app, environment))
    const server = startCommand(dev, app, environment)
    try {
      await server.printed((output) => output.includes("Ready in"), 60_000)
      expect(server.output()).toContain("Ready in")
      await VirtualAuthenticator.add(page)
      await page.goto(`${origin}/sign-in`)
      await page.getByRole("textbox", { name: "E-mail" }).fill("reader@passkeys.example")
      await page.getByRole("button", { name: "Create a passkey" }).click()
      await expect(
        page.getByRole("paragraph").filter({ hasText: "You are reader@passkeys.example." }),
        // The development server compiles each route when it's first asked for.
      ).toBeVisible({ timeout: 60_000 })
      expectNoError(server.output())
    } finally {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    }
  })
