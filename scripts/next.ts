import { spawn } from "node:child_process"
import { constants } from "node:os"
import { join } from "node:path"
import { root } from "./root"

/** How a process ended. */
export type End = {
  /** Its exit code. Where a signal ended it: 128 + the signal's number, as shells say it. */
  code: number
  /** Whether a signal ended it that this process had been sent, and passed on. */
  wasAsked: boolean
}

/** Runs the `next` command in the checkout, as `runNode` does. */
export function runNext(args: string[], environment: Record<string, string> = {}): Promise<End> {
  const script = join(root, "node_modules/next/dist/bin/next")
  return run("Next.js", [script, ...args], environment, "ignore")
}

/**
 * Runs the server's script in the checkout, passes signals on to it, and prints what it prints, and
 * which signal ended it where nobody asked. It has a channel to this process, whose end (`disconnect`)
 * tells it that this process was killed.
 *
 * @param args The script, then its arguments.
 * @param environment Added to this process's own.
 */
export function runNode(args: string[], environment: Record<string, string> = {}): Promise<End> {
  return run("The server", args, environment, "ipc")
}

function run(
  name: string,
  args: string[],
  environment: Record<string, string>,
  channel: "ipc" | "ignore",
) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", channel],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...environment },
  })
  const asked = new Set<NodeJS.Signals>()
  const forward = (signal: NodeJS.Signals) => {
    asked.add(signal)
    child.kill(signal)
  }
  const signals = ["SIGINT", "SIGTERM"] as const
  for (const signal of signals) process.on(signal, forward)
  return new Promise<End>((resolve, reject) => {
    child.on("error", reject)
    child.on("close", (code, signal) => {
      for (const signal of signals) process.off(signal, forward)
      if (signal === null) return resolve({ code: code ?? 1, wasAsked: false })
      const wasAsked = asked.has(signal)
      if (!wasAsked) console.error(`${name} was ended by ${signal}.`)
      resolve({ code: 128 + constants.signals[signal], wasAsked })
    })
  })
}
