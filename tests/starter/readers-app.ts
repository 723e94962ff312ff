import { spawn } from "node:child_process"
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { migrate } from "../../scripts/migrate"
import { root } from "../../scripts/root"
import { freePort } from "../support/postgresql-server"

const bin = (name: string) => join(root, "node_modules/.bin", name)

/** Made in the checkout, or for the site: none of it is the reader's. */
const notCopied = /[\\/](generated|prisma|\.next)$/

/**
 * Makes what a reader has who copied the starter: its files, with the schema and the migrations for
 * SQLite, built as its own `npm run build` says.
 *
 * It lies in `.cache/`, from where its packages are found in the checkout's `node_modules/`.
 *
 * @returns Where it is, and how to start and delete it.
 */
export async function makeReadersApp() {
  const cache = join(root, ".cache")
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, "readers-app-"))
  await cp(join(root, "demo/starter"), folder, {
    recursive: true,
    filter: (path) => !notCopied.test(path),
  })
  await cp(join(root, "prisma/sqlite"), join(folder, "prisma"), { recursive: true })
  // Without one of its own, Next would take the checkout's.
  await writeFile(join(folder, "next.config.mjs"), "export default {}\n")
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const url = `file:${join(folder, "dev.db")}`
  const environment = { AUTH_SECRET: "s".repeat(32), AUTH_URL: origin, DATABASE_URL: url }
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    await run(folder, [bin("prisma"), "generate"], {
      ...environment,
      // `generate` would download the schema engine, and never runs it. Any file that exists will do.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    })
    await migrate(url)
    await run(folder, [bin("next"), "build"], environment)
  } catch (error) {
    await remove()
    throw error
  }
  return {
    origin,
    start: () => start(folder, port, environment),
    remove,
  }
}

function spawnIn(cwd: string, [command = "", ...args]: string[], environment: object) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...environment },
  })
  let output = ""
  child.stdout.on("data", (data) => (output += data))
  child.stderr.on("data", (data) => (output += data))
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve))
  return { child, closed, output: () => output }
}

async function run(cwd: string, command: string[], environment: object) {
  const { closed, output } = spawnIn(cwd, command, environment)
  if ((await closed) !== 0) throw new Error(`${command.join(" ")} failed:\n${output()}`)
}

async function start(folder: string, port: number, environment: object) {
  const { child, closed, output } = spawnIn(
    folder,
    [bin("next"), "start", "--port", String(port)],
    environment,
  )
  const ready = new Promise<void>((resolve) => {
    child.stdout.on("data", () => output().includes("Ready in") && resolve())
  })
  const code = await Promise.race([ready, closed])
  if (code !== undefined) throw new Error(`The reader's app ended with code ${code}:\n${output()}`)
  return {
    output,
    async stop() {
      child.kill("SIGTERM")
      await closed
    },
  }
}
