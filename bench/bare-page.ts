import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { root } from "../scripts/root"
import { freePort } from "../tests/support/postgresql-server"

/** A package of its own: Lighthouse, and the packages of the bare page, which the site doesn't need. */
export const barePageFolder = join(root, "bench/pages")

/**
 * Installs, builds and starts one page of Nextra 3 with its own theme, on the versions of Next.js and React
 * that the site has.
 *
 * @throws {Error} If a step fails. What's wrong has been printed by then.
 */
export async function startBarePage() {
  await run("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"])
  const next = join(barePageFolder, "node_modules/next/dist/bin/next")
  await run(process.execPath, [next, "build", "--webpack"])
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const server = spawn(process.execPath, [next, "start", "--port", String(port)], {
    cwd: barePageFolder,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  })
  const closed = once(server, "close")
  const stop = async () => {
    server.kill("SIGTERM")
    await closed
  }
  for (const startedAtMs = Date.now(); !(await answers(origin)); await wait(100)) {
    if (server.exitCode === null && Date.now() - startedAtMs < 30_000) continue
    await stop()
    throw new Error("The bare page did not start.")
  }
  return { origin, stop }
}

async function run(command: string, args: string[]): Promise<void> {
  const child = spawn(command, args, {
    cwd: barePageFolder,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...withoutNpm(process.env), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  })
  const [code] = await once(child, "close")
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} failed in ${barePageFolder}.`)
}

/** `npm run` sets what would make `npm install` install the site. */
const withoutNpm = (environment: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !/^npm_/i.test(name)))

const answers = (origin: string) =>
  fetch(origin).then(
    ({ ok }) => ok,
    () => false,
  )
