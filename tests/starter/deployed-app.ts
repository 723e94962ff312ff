import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { starterFiles } from "../../demo/live/server/starter-zip/starter-files"
import { root } from "../../scripts/root"
import { followDockerfile } from "../support/dockerfile"
import { writeSchemaEngine } from "../support/package-managers"
import { freePort } from "../support/postgresql-server"
import { runCommand, startCommand } from "../support/shell"

/**
 * Makes what a reader has who downloaded the app for SQLite with all that is for its deployment, outside
 * the checkout, and follows its Dockerfile.
 */
export async function makeDeployedApp() {
  const folder = await mkdtemp(join(tmpdir(), "passkeys-image-"))
  const context = join(folder, "context")
  await writeApp(context)
  await runCommand("npm install --package-lock-only --no-audit --no-fund", context, {})
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
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

export type DeployedApp = Awaited<ReturnType<typeof makeDeployedApp>>

async function writeApp(folder: string) {
  const files = await starterFiles(root, {
    database: "sqlite",
    packageManager: "npm",
    signIn: "custom",
    session: "database",
    extras: ["verification", "logger", "docker", "proxy", "request-log", "metrics"],
  })
  // What must not get into the image.
  files.set(".env", "AUTH_SECRET=from-the-readers-machine\n")
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}
