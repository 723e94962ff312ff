import { spawn } from "node:child_process"
import { randomUUID } from "node:crypto"
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { createClient } from "@libsql/client"
import type { BrowserContext } from "@playwright/test"
import { migrate } from "../../scripts/migrate"
import { root } from "../../scripts/root"
import { chromiumArguments } from "../support/chromium"
import { freePort } from "../support/postgresql-server"
import { unpack } from "./unpack"

const bin = (name: string) => join(root, "node_modules/.bin", name)

/** For Next.js, in an app whose files tests/reader/shown-files.spec.ts compiles. */
export const withoutTypes = { typescript: { ignoreBuildErrors: true } }

export type ReadersApp = Awaited<ReturnType<typeof makeReadersApp>>

/**
 * Makes what a reader has who downloaded the starter for SQLite: what is in the zip file, built as
 * its own `npm run build` says.
 *
 * It lies in `.cache/`, from where its packages are found in the checkout's `node_modules/`.
 *
 * @param site    The origin of the site to download it from.
 * @param choices What else is chosen, as in `extras=logger`.
 * @param change  Changes it before it is built.
 * @param variables More environment variables for it, or others.
 * @param checksTypes Whether the build checks types, which takes a third of its time.
 * @returns Where it is, and how to start and delete it.
 */
export async function makeReadersApp(
  site: string,
  choices = "",
  change: (folder: string) => Promise<void> = async () => {},
  variables: Record<string, string> = {},
  { checksTypes = true } = {},
) {
  const cache = join(root, ".cache")
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, "readers-app-"))
  await unpack(await fetch(`${site}/api/starter?database=sqlite&${choices}`), folder)
  // Without one of its own, Next would take the checkout's. `create-next-app` sets `cacheComponents`.
  const config = { cacheComponents: true, ...(checksTypes ? {} : withoutTypes) }
  await writeFile(join(folder, "next.config.mjs"), `export default ${JSON.stringify(config)}\n`)
  await change(folder)
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const url = `file:${join(folder, "dev.db")}`
  const environment = {
    AUTH_SECRET: "s".repeat(32),
    AUTH_URL: origin,
    DATABASE_URL: url,
    AUTH_GITHUB_ID: "github-client",
    AUTH_GITHUB_SECRET: "github-secret",
    ...variables,
  }
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
    folder,
    origin,
    /** Runs the test that is in the app, in the Chromium of these tests, and returns its report. */
    test: (chromium: string | undefined) => runTest(folder, origin, chromium),
    start: () => start(folder, port, environment),
    signInByOtherMeans: (context: BrowserContext, email: string | null) =>
      signInByOtherMeans(url, origin, context, email),
    remove,
  }
}

/** Beside passkeys, many apps have GitHub. */
export async function addGitHub(folder: string) {
  const file = join(folder, "auth.ts")
  const source = await readFile(file, "utf8")
  const changed = source
    .replace(`import Passkey`, `import GitHub from "next-auth/providers/github"\nimport Passkey`)
    .replace(`providers: [`, `providers: [GitHub, `)
  if (!changed.includes("providers: [GitHub, Passkey(")) throw new Error(`${file} has changed.`)
  await writeFile(file, changed)
}

/** Leaves what a sign-in with another provider leaves: a user, a session and its cookie. No passkey. */
async function signInByOtherMeans(
  url: string,
  origin: string,
  context: BrowserContext,
  email: string | null,
) {
  const [id, token, now] = [randomUUID(), randomUUID(), new Date().toISOString()]
  const expires = new Date(Date.now() + 3_600_000).toISOString()
  const client = createClient({ url, timeout: 5_000 })
  try {
    await client.batch([
      {
        sql: 'INSERT INTO "User" ("id", "email", "updatedAt") VALUES (?, ?, ?)',
        args: [id, email, now],
      },
      {
        sql: 'INSERT INTO "Session" ("sessionToken", "userId", "expires", "updatedAt") VALUES (?, ?, ?, ?)',
        args: [token, id, expires, now],
      },
    ])
  } finally {
    client.close()
  }
  await context.addCookies([{ name: "authjs.session-token", value: token, url: origin }])
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

/** The reader's configuration, for an app that is running already and a browser that is there. */
async function runTest(folder: string, baseURL: string, executablePath: string | undefined) {
  const use = { baseURL, launchOptions: { executablePath, args: chromiumArguments } }
  const changed = `import config from "./playwright.config"
export default { ...config, webServer: undefined, use: ${JSON.stringify(use)} }
`
  await writeFile(join(folder, "here.config.ts"), changed)
  const { closed, output } = spawnIn(
    folder,
    [bin("playwright"), "test", "--config", "here.config.ts", "--reporter", "line"],
    {},
  )
  await closed
  return output()
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
