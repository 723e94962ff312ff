import { spawn } from "node:child_process"
import { constants } from "node:os"
import { join } from "node:path"
import { root } from "./root"

/** Runs the `next` command in the checkout, as `runNode` does. */
export function runNext(args: string[], environment: Record<string, string> = {}): Promise<number> {
  return run([join(root, "node_modules/next/dist/bin/next"), ...args], environment, "ignore")
}

/**
 * Runs a script in the checkout, passes signals on to it, and prints what it prints. It has a channel
 * to this process, whose end (`disconnect`) tells it that this process was killed.
 *
 * @param args The script, then its arguments.
 * @param environment Added to this process's own.
 * @returns Its exit code once it has ended. Where a signal ended it: 0 if the signal was passed on by
 *   this process, and else 128 + the signal's number, as shells say it, so that a supervisor starts
 *   it again.
 */
export function runNode(args: string[], environment: Record<string, string> = {}): Promise<number> {
  return run(args, environment, "ipc")
}

function run(args: string[], environment: Record<string, string>, channel: "ipc" | "ignore") {
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
  return new Promise<number>((resolve, reject) => {
    child.on("error", reject)
    child.on("close", (code, signal) => {
      for (const signal of signals) process.off(signal, forward)
      if (signal === null || asked.has(signal)) return resolve(code ?? 0)
      console.error(`The server was ended by ${signal}.`)
      resolve(128 + constants.signals[signal])
    })
  })
}
