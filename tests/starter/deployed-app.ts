import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { applyRecipe } from "../../demo/live/server/starter-zip/apply-recipe.mjs"
import { starterFiles } from "../../demo/live/server/starter-zip/starter-files"
import { root } from "../../scripts/root"
import { followDockerfile } from "../support/dockerfile"
import { writeSchemaEngine } from "../support/package-managers"
import { freePort } from "../support/postgresql-server"
import { runCommand, startCommand } from "../support/shell"

/** The recipes of /deploy that an app of the download gets. */
const recipes = ["docker", "request-log", "metrics"]

/** What /deploy/observe has the reader install. */
const packages = { dependencies: { "prom-client": "15.1.3" } }

/**
 * Makes what a reader has who downloaded the app for SQLite and followed /deploy/docker and
 * /deploy/observe, outside the checkout, and follows its Dockerfile.
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
  let files = await starterFiles(root, {
    database: "sqlite",
    packageManager: "npm",
    signIn: "custom",
    session: "database",
    extras: ["verification", "logger"],
  })
  for (const name of recipes) {
    const added = await filesIn(join(root, "demo/recipes", name))
    const recipe = JSON.parse(added.get("recipe.json") ?? "{}")
    added.delete("recipe.json")
    files = applyRecipe(files, recipe, added)
  }
  files = applyRecipe(files, { "package.json": packages })
  const route = files.get("app/api/auth/[...nextauth]/route.ts") ?? ""
  files.set(
    "app/api/auth/[...nextauth]/route.ts",
    // As /deploy/observe says.
    route.replace("logRequests(handlers)", "logRequests(handlers, writeLine)").replace(
      `import { logRequests } from "@/request-log"`,
      `import { countRequest } from "@/metrics"
import { logRequests, type RequestLine } from "@/request-log"

function writeLine(line: RequestLine) {
  countRequest(line)
  console.log(JSON.stringify(line))
}`,
    ),
  )
  // What must not get into the image.
  files.set(".env", "AUTH_SECRET=from-the-readers-machine\n")
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

async function filesIn(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return new Map(
    await Promise.all(
      files.map(async (entry): Promise<[string, string]> => {
        const path = join(entry.parentPath, entry.name)
        return [path.slice(folder.length + 1).replaceAll("\\", "/"), await readFile(path, "utf8")]
      }),
    ),
  )
}
