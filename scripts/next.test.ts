import { expect, test, vi } from "vitest"
import { runNode } from "./next"

const run = (script: string) => runNode(["--eval", script])

test("its exit code is passed on", async () => {
  expect(await run("process.exit(7)")).toEqual({ code: 7, wasAsked: false })
  expect(await run("process.exit(0)")).toEqual({ code: 0, wasAsked: false })
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
    expect(await run(`process.kill(process.pid, "${signal}")`)).toEqual({ code, wasAsked: false })
    expect(print.mock.calls).toEqual([[`The server was ended by ${signal}.`]])
  } finally {
    print.mockRestore()
  }
})

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s that was passed on was asked for", async (signal, code) => {
  const ended = run("setInterval(() => {}, 1000)")
  process.emit(signal, signal)
  // Not 0: a build that was stopped is not built.
  expect(await ended).toEqual({ code, wasAsked: true })
})
