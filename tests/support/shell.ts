import { spawn } from "node:child_process"
import { setTimeout as wait } from "node:timers/promises"
import { stripVTControlCharacters } from "node:util"

/** What npm and the test runner set for this process, and what would change the reader's app. */
const notTheReaders =
  /^(npm_(?!config_(cache|registry)$)|NODE_(?!EXTRA_CA_CERTS$)|AUTH_|INIT_CWD|DATABASE_URL|PORT$|CI$|FORCE_COLOR|DEBUG_COLORS|SITE_|TEST_|PLAYWRIGHT|PW)/i

/** The environment of a terminal that a reader has just opened, outside this checkout. */
function readersEnvironment(): NodeJS.ProcessEnv {
  const path = process.env.PATH?.split(":").filter((folder) => !folder.includes("node_modules"))
  const kept = Object.entries(process.env).filter(([name]) => !notTheReaders.test(name))
  const environment: Record<string, string | undefined> = {
    ...Object.fromEntries(kept),
    PATH: path?.join(":"),
    NO_COLOR: "1",
    NEXT_TELEMETRY_DISABLED: "1",
    // npx asks before it downloads create-next-app. The page says to press Enter.
    npm_config_yes: "true",
  }
  // Next.js declares NODE_ENV to be always there. In a reader's terminal it is not.
  return environment as NodeJS.ProcessEnv
}

/**
 * Starts a command in a folder, as a terminal does.
 *
 * @param environment What is set there. `PATH` comes before the path that the terminal has.
 */
export function startCommand(command: string, cwd: string, environment: Record<string, string>) {
  const readers = readersEnvironment()
  const PATH = [environment.PATH, readers.PATH].filter(Boolean).join(":")
  const child = spawn("sh", ["-c", command], {
    cwd,
    env: { ...readers, ...environment, PATH },
    stdio: ["ignore", "pipe", "pipe"],
    // In a group of its own, so that its children end with it.
    detached: true,
  })
  let output = ""
  const add = (data: Buffer) => (output += stripVTControlCharacters(data.toString()))
  child.stdout.on("data", add)
  child.stderr.on("data", add)
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve))
  // What a signal has ended has no exit code.
  const runs = () => child.exitCode === null && child.signalCode === null
  return {
    output: () => output,
    closed,
    /** Waits until it has printed a text, or has ended. Returns whether it still runs. */
    async printed(done: (output: string) => boolean, timeoutMs: number) {
      const deadline = Date.now() + timeoutMs
      while (!done(output) && runs() && Date.now() < deadline) await wait(50)
      return runs()
    },
    async stop() {
      if (runs() && child.pid) process.kill(-child.pid, "SIGTERM")
      await closed
    },
  }
}

/**
 * Runs a command to its end.
 *
 * @returns What it printed.
 * @throws {Error} With what it printed, when it fails.
 */
export async function runCommand(
  command: string,
  cwd: string,
  environment: Record<string, string>,
) {
  const running = startCommand(command, cwd, environment)
  const code = await running.closed
  if (code !== 0) throw new Error(`${command} ended with ${code}:\n${running.output()}`)
  return running.output()
}
