import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "@playwright/test"
import { changesOf, explainedCode } from "../reader/explained-code"
import { followSections } from "../reader/follow-sections"
import { Reader } from "../reader/reader"
import { followDockerfile } from "../support/dockerfile"
import { writeSchemaEngine } from "../support/package-managers"
import { freePort } from "../support/postgresql-server"
import { runCommand, startCommand } from "../support/shell"
import { unpack } from "./unpack"

/** What a page shows to readers who use npm. */
const choices = "packageManager=npm"

/**
 * Makes what a reader has who downloaded the app for SQLite and followed /deploy/docker and
 * /deploy/observe, outside the checkout. Then follows the Dockerfile that the page had them save.
 *
 * @param page A page that may write to the clipboard.
 * @param site The origin of the guide.
 */
export async function makeDeployedApp(page: Page, site: string) {
  const reader = await Reader.sitDown()
  const folder = await mkdtemp(join(tmpdir(), "passkeys-image-"))
  const remove = async () => {
    await reader.leave()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const zip = `${site}/api/starter?database=sqlite&extras=verification&extras=logger`
    await unpack(await fetch(zip), reader.folder)
    await followPages(page, reader)
    // What must not get into the image.
    await writeFile(join(reader.folder, ".env"), "AUTH_SECRET=from-the-readers-machine\n")
    return { ...(await makeImages(reader.folder, folder)), remove }
  } catch (error) {
    await remove()
    throw error
  }
}

export type DeployedApp = Awaited<ReturnType<typeof makeDeployedApp>>

async function followPages(page: Page, reader: Reader) {
  const docker = { page: "/deploy/docker", sections: ["The image", "Health"] }
  await followSections(page, docker, choices, reader)
  await followSections(page, { page: "/deploy/observe" }, choices, reader)
  const logged = "A line for each request"
  const imports = ` import { describeError } from "@/auth-logger"`
  for (const [section, path, first] of [
    [logged, "auth.ts", ` import { logger } from "@/auth-logger"`],
    [logged, "app/api/auth/[...nextauth]/route.ts", ` import { handlers } from "@/auth"`],
    ["Metrics", "request-log.ts", imports],
  ] as const)
    for (const diff of changesOf(await explainedCode(page, section, first)))
      await reader.follow({ kind: "edit", path, diff })
}

/** Follows the Dockerfile. Returns its image, and how to migrate and start it. */
async function makeImages(context: string, folder: string) {
  const environment = { PRISMA_SCHEMA_ENGINE_BINARY: await writeSchemaEngine(folder) }
  const stages = await followDockerfile(context, join(folder, "images"), environment)
  const stageOf = (name: string) => {
    const stage = stages.get(name)
    if (!stage) throw new Error(`The Dockerfile has no stage ${name}.`)
    return { ...stage, cwd: join(stage.folder, stage.workdir) }
  }
  const image = stageOf("")
  const url = `file:${join(folder, "app.db")}`
  const settings = { DATABASE_URL: url, AUTH_SECRET: "s".repeat(32), METRICS_TOKEN: "m".repeat(24) }
  const commandOf = (words: string[]) => words.map((word) => `"${word}"`).join(" ")
  return {
    image,
    url,
    /** A folder with all packages, in which `next build` was run. */
    built: stageOf("build").cwd,
    /** Runs the image of the stage `migrate` to its end. Returns what it printed. */
    migrate() {
      const { command, cwd } = stageOf("migrate")
      return runCommand(commandOf(command), cwd, { ...environment, DATABASE_URL: url })
    },
    /** Runs the image as `docker run` does, with these settings too. */
    async start(more: Record<string, string>) {
      const port = await freePort()
      const running = { ...image.environment, ...settings, PORT: String(port), ...more }
      const server = startCommand(commandOf(image.command), image.cwd, running)
      await server.printed((output) => output.includes("Ready in"), 60_000)
      return {
        address: `127.0.0.1:${port}`,
        output: server.output,
        stop: server.stop,
        /** What Docker's health check does. Whether it ended with 0. */
        isHealthy: () =>
          runCommand(commandOf(image.healthCheck), image.cwd, running).then(
            () => true,
            () => false,
          ),
      }
    },
  }
}
