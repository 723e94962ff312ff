import { spawn } from "node:child_process"
import { join } from "node:path"
import { root } from "./root"

/**
 * Runs the `next` command in the checkout, passes signals on to it, and prints what it prints.
 *
 * @returns Its exit code once it has ended; 0 when a signal ended it.
 */
export function runNext(args: string[], environment: Record<string, string> = {}): Promise<number> {
  const cli = join(root, "node_modules/next/dist/bin/next")
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...environment },
  })
  const signals = ["SIGINT", "SIGTERM"] as const
  const forward = (signal: NodeJS.Signals) => child.kill(signal)
  for (const signal of signals) process.on(signal, forward)
  return new Promise((resolve, reject) => {
    child.on("error", reject)
    child.on("close", (code) => {
      for (const signal of signals) process.off(signal, forward)
      resolve(code ?? 0)
    })
  })
}
