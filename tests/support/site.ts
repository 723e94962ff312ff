import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { setTimeout as wait } from "node:timers/promises"
import { root } from "../../scripts/root"
import { freePort } from "./postgresql-server"

/** Every variable that the site knows, empty, which counts as not set. */
const neutral = {
  HOST: "",
  AUTH_URL: "",
  AUTH_SECRET: "",
  TRUST_PROXY: "",
  METRICS_TOKEN: "",
  REQUEST_LOG: "",
  DEMO_LIMITS: "",
  DEMO_LIFETIME_HOURS: "",
}

/** How the site is started beside its environment. */
type Start = {
  /** How many file descriptors the site may have. By default as many as this process. */
  descriptors?: number
}

function spawnStart(environment: Record<string, string>, { descriptors }: Start = {}) {
  const limit = descriptors ? `ulimit -n ${descriptors} && ` : ""
  const command = [process.execPath, "--import", "tsx", "scripts/start.ts"]
  const child = spawn("sh", ["-c", `${limit}exec "$0" "$@"`, ...command], {
    cwd: root,
    env: { ...process.env, ...neutral, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let output = ""
  child.stdout.on("data", (data) => (output += data))
  child.stderr.on("data", (data) => (output += data))
  const closed = new Promise<void>((resolve) => child.on("close", () => resolve()))
  return { child, output: () => output, closed }
}

/**
 * Starts the site where it should not come up.
 *
 * @returns What it printed, and its exit code, once it has ended.
 */
export async function runStart(environment: Record<string, string>) {
  const { child, output, closed } = spawnStart(environment)
  await closed
  return { code: child.exitCode, output: output() }
}

/** The process id of the server, which is the child of `npm start` (Linux). */
export function serverOf(pid: number | undefined): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim())
}

/**
 * Starts the site the way `npm start` does, on a free port.
 *
 * @param environment Added to this process's own, `DATABASE_URL` for example. What would change the
 *   site is taken out of this process's own.
 * @returns Its address, and how to stop it; once it answers.
 * @throws {Error} With what it printed, when it does not answer within two minutes.
 */
export async function startSite(environment: Record<string, string>, start?: Start) {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const { child, output, closed } = spawnStart({ PORT: String(port), ...environment }, start)
  const deadline = Date.now() + 120_000
  while (
    !(await fetch(`${origin}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill("SIGKILL")
      throw new Error(`The site did not start:\n${output()}`)
    }
    await wait(50)
  }
  const end = async (signal: "SIGINT" | "SIGTERM") => {
    child.kill(signal)
    await closed
    return child.exitCode
  }
  return {
    origin,
    /** The process id of `npm start`, whose child is the server. */
    pid: child.pid,
    /** What the site has printed so far. */
    output,
    /** Kills the server itself, at once, with what it was doing (Linux). `npm start` then ends too. */
    async killServer() {
      process.kill(serverOf(child.pid), "SIGKILL")
      await closed
    },
    /** Kills it, as a machine does that goes down. */
    async kill() {
      child.kill("SIGKILL")
      await closed
    },
    /** Waits until it has ended by itself. Returns its exit code. */
    async ended() {
      await closed
      return child.exitCode
    },
    /** Ends it, as Ctrl+C does, and waits until it has ended. Returns its exit code. */
    stop: () => end("SIGINT"),
    /** Ends it as a supervisor does: it waits for the ceremonies that are open. */
    terminate: () => end("SIGTERM"),
  }
}
