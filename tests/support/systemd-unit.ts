import { spawn } from "node:child_process"
import { readFile } from "node:fs/promises"
import { dirname } from "node:path"

/** What the follower does as systemd does, and what only systemd does: who runs it, when, and its sandbox. */
const followed = ["WorkingDirectory", "EnvironmentFile", "ExecStart", "SuccessExitStatus"]
const systemds =
  /^(Description|After|StartLimitIntervalSec|User|Restart|RestartSec|TimeoutStopSec|StateDirectory|StateDirectoryMode|ReadWritePaths|ProtectSystem|ProtectHome|PrivateTmp|NoNewPrivileges|WantedBy)$/

/**
 * Reads a unit's settings.
 *
 * @param instance What stands after the `@` of its name.
 * @throws {Error} For a setting that the follower doesn't know.
 */
export function settingsOf(unit: string, instance: string): Record<string, string> {
  const lines = unit.split("\n").filter((line) => line && !/^[#[]/.test(line))
  const settings = lines.map((line) => /^(\w+)=(.*)$/.exec(line)?.slice(1) ?? [line, ""])
  for (const [name = ""] of settings)
    if (!followed.includes(name) && !systemds.test(name))
      throw new Error(`${name} isn't known here.`)
  return Object.fromEntries(
    settings.map(([name, value]) => [name, value?.replaceAll("%i", instance)]),
  )
}

/** Reads an environment file whose values are in single quotes. systemd takes what is in them as it is. */
export const environmentOf = (file: string): Record<string, string> =>
  Object.fromEntries(
    file
      .split("\n")
      .filter(Boolean)
      .map((line) => {
        const [, name = "", value = ""] = /^([A-Z_]+)='([^']*)'$/.exec(line) ?? []
        if (!name) throw new Error(`This has no single quotes: ${line}`)
        return [name, value]
      }),
  )

/**
 * Starts a unit's command as systemd does: without a shell, in the folder that its link leads to now, and
 * with nothing in its environment but the file and the path.
 */
export async function startUnit(unit: string, instance: string) {
  const settings = settingsOf(unit, instance)
  const [command = "", ...words] = (settings.ExecStart ?? "").split(" ")
  const file = await readFile(settings.EnvironmentFile ?? "", "utf8")
  const child = spawn(command, words, {
    cwd: settings.WorkingDirectory,
    // Next.js declares NODE_ENV to be always there. Here it is not.
    env: {
      PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
      ...environmentOf(file),
    } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  })
  let output = ""
  child.stdout.on("data", (data) => (output += data))
  child.stderr.on("data", (data) => (output += data))
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve))
  return {
    pid: child.pid,
    output: () => output,
    runs: () => child.exitCode === null && child.signalCode === null,
    /** Sends SIGTERM to this process only. Returns its exit code, or `null` if the signal ended it. */
    stop() {
      child.kill("SIGTERM")
      return closed
    },
    /** Whether systemd counts the exit code as a success. */
    isSuccess: (code: number | null) => code === 0 || String(code) === settings.SuccessExitStatus,
  }
}
