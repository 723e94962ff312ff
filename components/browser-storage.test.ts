import { afterEach, expect, test, vi } from "vitest"
import { readStored, writeStored } from "./browser-storage"

afterEach(() => vi.unstubAllGlobals())

test("where there is no storage, as on the server, nothing is kept and nothing fails", () => {
  writeStored("key", "text")
  expect(readStored("key")).toBeNull()
})

test("where the browser blocks storage, nothing is kept and nothing fails", () => {
  vi.stubGlobal("window", {
    get sessionStorage() {
      throw new DOMException("The operation is insecure.", "SecurityError")
    },
  })
  writeStored("key", "text", "sessionStorage")
  expect(readStored("key", "sessionStorage")).toBeNull()
})
