import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { extras, worksWith } from "../../demo/live/download/starter-options"
import { installTool, packageManagers, pnpm, writeSchemaEngine } from "../support/package-managers"
import { freePort } from "../support/postgresql-server"
import { expectNoError } from "../support/server-log"
import { runCommand, startCommand } from "../support/shell"
import { VirtualAuthenticator } from "../support/virtual-authenticator"
import { unpack } from "./unpack"
import { useFeatures } from "./use-features"

/** pnpm finds only what `package.json` names, so it's the one that gets all that can be chosen. */
const takesEverything = (tool: string) => tool === pnpm

const everythingFor = (packageManager: string) =>
  Object.keys(extras).filter((name) => worksWith(name, { database: "sqlite", packageManager }))

for (const { packageManager, tool } of packageManagers)
  test(`the commands of the README start the app with ${tool}`, async ({ page }, { project }) => {
    test.setTimeout(600_000)
    const hasEverything = takesEverything(tool)
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
    const choices = new URLSearchParams({
      database: "sqlite",
      packageManager,
      ...(hasEverything && { extras: everythingFor(packageManager).join(",") }),
    })
    await unpack(await fetch(`${project.use.baseURL}/api/starter?${choices}`), app)
    const readme = await readFile(join(app, "README.md"), "utf8")
    const commands = /```sh\n([^]*?)\n```/.exec(readme)?.[1]?.split("\n") ?? []
    expect(commands).toHaveLength(2)
    const [install = "", dev = ""] = commands
    const [, build = ""] = /^\| `([^`]+ build)` /m.exec(readme) ?? []
    const [, start = ""] = /^\| `([^`]+ start)` /m.exec(readme) ?? []

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
      await server.stop()
      if (!hasEverything) return

      await test.step(build, () => runCommand(build, app, environment))
      const built = startCommand(start, app, environment)
      try {
        await built.printed((output) => output.includes("Ready in"), 60_000)
        await page.context().clearCookies()
        const other = await page.context().newPage()
        await useFeatures(other, origin)
        expectNoError(built.output())
        expect(built.output()).toContain('"step":"options","action":"confirm","outcome":"ok"')
        expect(built.output()).not.toContain("@passkeys.example")
      } finally {
        await built.stop()
      }
    } finally {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    }
  })
