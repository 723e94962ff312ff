import { expect, test, vi } from "vitest"
import { runNode } from "./next"

const run = (script: string) => runNode(["--eval", script])

test("its exit code is passed on", async () => {
  expect(await run("process.exit(7)")).toBe(7)
  expect(await run("process.exit(0)")).toBe(0)
})

test.each([
  ["SIGKILL", 137],
  ["SIGSEGV", 139],
  ["SIGABRT", 134],
  // Nobody asked this process for it.
  ["SIGTERM", 143],
] as const)("%s from elsewhere is exit code %i, and one line", async (signal, code) => {
  const print = vi.spyOn(console, "error").mockImplementation(() => {})
  try {
    expect(await run(`process.kill(process.pid, "${signal}")`)).toBe(code)
    expect(print.mock.calls).toEqual([[`The server was ended by ${signal}.`]])
  } finally {
    print.mockRestore()
  }
})

test.each(["SIGINT", "SIGTERM"] as const)("%s that was passed on is a good end", async (signal) => {
  const ended = run("setInterval(() => {}, 1000)")
  process.emit(signal, signal)
  expect(await ended).toBe(0)
})
