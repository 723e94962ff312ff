import { expect, test } from "vitest"
import { applyEdit } from "./apply-edit"

test("an edit replaces what it removes, between the lines around it", () => {
  expect(applyEdit("a\nb\nc\n", " a\n-b\n+B\n+B\n c")).toBe("a\nB\nB\nc\n")
})

test("an edit whose lines are not there, or twice, is refused", () => {
  expect(() => applyEdit("a\n", "-b\n+c")).toThrow("Found 0 times")
  expect(() => applyEdit("a\na\n", "-a\n+c")).toThrow("Found 2 times")
  expect(() => applyEdit("a\n", "+c")).toThrow()
})
